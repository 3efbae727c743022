import type { CdpSession } from '../browser/cdp-connection.ts'
import type { SchemeRegistry } from './schemes.ts'
import type { WindowRegistry } from './window-registry.ts'

/** Electron's names of storage kinds and DevTools'. */
const storageTypes: Readonly<Record<string, string>> = {
  cookies: 'cookies',
  filesystem: 'file_systems',
  indexdb: 'indexeddb',
  localstorage: 'local_storage',
  shadercache: 'shader_cache',
  websql: 'websql',
  serviceworkers: 'service_workers',
  cachestorage: 'cache_storage',
}

/** Empties the HTTP cache. Needs a page to ask through; without one there is nothing cached to lose. */
export async function clearCache(sessions: Iterable<CdpSession>): Promise<void> {
  const [session] = sessions
  await session?.send('Network.clearBrowserCache')
}

/** Deletes what pages stored: for one origin, or for the origins of every open window. */
export async function clearStorage(
  sessions: Iterable<CdpSession>,
  schemes: SchemeRegistry,
  windows: WindowRegistry,
  origin: string | undefined,
  storages: readonly string[] | undefined,
): Promise<void> {
  const [session] = sessions
  if (session === undefined) return
  const types = storages?.map((name) => storageTypes[name] ?? name).join(',') ?? 'all'
  const urls = origin === undefined ? windows.all().map((window) => window.webContents.getURL()) : [origin]
  const origins = new Set(
    urls.map((url) => URL.parse(schemes.toPage(url))?.origin).filter((found) => found !== undefined),
  )
  await Promise.all(
    [...origins].map((found) =>
      session.send('Storage.clearDataForOrigin', { origin: found, storageTypes: types }),
    ),
  )
}
