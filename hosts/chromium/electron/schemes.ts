import type { CustomScheme } from 'electron'

type Handler = (request: Request) => Response | Promise<Response>

/** Every custom scheme lives under this reserved top-level name (RFC 2606): no such host can ever exist. */
const reservedSuffix = '.invalid'
/** DevTools pattern of every request the host answers itself. */
export const customSchemePattern = `https://*${reservedSuffix}/*`

/**
 * The app's own schemes. Chromium does not know `app://`, so `app://host/path` becomes `https://host.app.invalid/path`
 * in the page, an own secure origin for each host, and is turned back wherever the app can see it.
 */
export class SchemeRegistry {
  readonly #privileged = new Set<string>()
  readonly #handlers = new Map<string, Handler>()

  /** Declares standard schemes. Throws for schemes without `standard`: they have no origin to translate to. */
  register(schemes: readonly CustomScheme[]): void {
    for (const { scheme, privileges } of schemes) {
      if (!/^[a-z][a-z0-9-]*$/.test(scheme))
        throw new Error(`Chromium host: scheme "${scheme}" is not supported`)
      if (privileges?.standard !== true) {
        throw new Error(`Chromium host: scheme "${scheme}" must be privileged as standard`)
      }
    }
    for (const { scheme } of schemes) this.#privileged.add(scheme)
  }

  /** Sets the handler of a scheme; throws when it has one, as Electron does, or cannot have one here. */
  handle(scheme: string, handler: Handler): void {
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    if (!this.#privileged.has(scheme)) {
      throw new Error(
        `Chromium host: protocol.handle("${scheme}") needs registerSchemesAsPrivileged with standard: true first`,
      )
    }
    this.#handlers.set(scheme, handler)
  }

  unhandle(scheme: string): void {
    if (!this.#handlers.delete(scheme)) throw new Error(`Failed to unregister protocol: ${scheme}`)
  }

  isHandled(scheme: string): boolean {
    return this.#handlers.has(scheme)
  }

  handlerOf(appUrl: string): Handler | undefined {
    return this.#handlers.get(appUrl.slice(0, appUrl.indexOf(':')))
  }

  /** True for URLs of the app's own schemes. */
  isOwn(url: string): boolean {
    return this.#privileged.has(url.slice(0, url.indexOf(':')))
  }

  /** `app://host/path` → the URL Chromium loads; other URLs as they are. */
  toPage(url: string): string {
    const match = /^([a-z][a-z0-9-]*):\/\/([^/?#]*)(.*)$/is.exec(url)
    const scheme = match?.[1]?.toLowerCase()
    if (match === null || scheme === undefined || !this.#privileged.has(scheme)) return url
    const [, , authority = '', rest = ''] = match
    const [host = '', port] = authority.split(':')
    return `https://${host}.${scheme}${reservedSuffix}${port === undefined ? '' : `:${port}`}${rest === '' ? '/' : rest}`
  }

  /** What the app is shown for a URL of the page: the inverse of {@link toPage}. */
  toApp(url: string): string {
    const match = /^https:\/\/([^/?#:]+)\.([a-z][a-z0-9-]*)\.invalid(:\d+)?(?=[/?#]|$)(.*)$/is.exec(url)
    if (match === null || !this.#privileged.has(match[2] ?? '')) return url
    return `${match[2] ?? ''}://${match[1] ?? ''}${match[3] ?? ''}${match[4] ?? ''}`
  }

  /** Response headers name the app's origins too: in a CSP, in CORS answers, in a redirect. */
  headerToPage(value: string): string {
    let result = value
    for (const scheme of this.#privileged) {
      result = result
        .replace(new RegExp(`\\b${scheme}://[^\\s;,'"]+`, 'g'), (url) =>
          this.toPage(url).replace(/\/$/, url.endsWith('/') ? '/' : ''),
        )
        .replace(
          new RegExp(`(^|[\\s;])${scheme}:(?=[\\s;]|$)`, 'g'),
          `$1https://*.${scheme}${reservedSuffix}`,
        )
    }
    return result
  }
}
