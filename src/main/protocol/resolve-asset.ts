import { isAbsolute, relative, resolve, sep } from 'node:path'
import { appHost, appScheme } from './app-origin.ts'

/**
 * The file an address of the app's protocol names inside `root`, or null when it names anything else: another host,
 * user or port, a path that does not decode, or one that leaves the folder however it is written.
 */
export function resolveAsset(address: string, root: string): string | null {
  const url = URL.parse(address)
  if (url?.protocol !== `${appScheme}:` || url.host !== appHost) return null
  if (url.username !== '' || url.password !== '') return null
  const decoded = decode(url.pathname)
  if (decoded === null) return null
  const name = decoded === '' || decoded === '/' ? 'index.html' : decoded.replace(/^\/+/, '')
  const path = resolve(root, name)
  return isInside(path, root) ? path : null
}

/** True for a path strictly below `root`; both absolute. */
export function isInside(path: string, root: string): boolean {
  const way = relative(root, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function decode(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname)
    // A second round of encoding, a NUL, a backslash, a drive or stream colon: no file of a built page has such a name.
    return /[%\\:\0]/.test(decoded) || decoded.split('/').includes('..') ? null : decoded
  } catch {
    return null
  }
}
