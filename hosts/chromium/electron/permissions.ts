import type { Protocol } from 'devtools-protocol'
import type { SchemeRegistry } from './schemes.ts'

type RequestHandler = (
  contents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void
type CheckHandler = (contents: unknown, permission: string, origin: string, details: object) => boolean

/** Electron's permission names and the browser's, where both know a permission a page may prompt for. */
const names: Readonly<Record<string, readonly Protocol.Browser.PermissionDescriptor[]>> = {
  geolocation: [{ name: 'geolocation' }],
  notifications: [{ name: 'notifications' }],
  media: [{ name: 'camera' }, { name: 'microphone' }],
  'clipboard-read': [{ name: 'clipboard-read' }],
  midi: [{ name: 'midi' }],
  'idle-detection': [{ name: 'idle-detection' }],
  'display-capture': [{ name: 'display-capture' }],
}

/** Presets an answer in the browser. */
export type PresetPermission = (params: Protocol.Browser.SetPermissionRequest) => Promise<unknown>

/** Asks the app's permission handlers and presets their answers in the browser, which then decides for the page. */
export class Permissions {
  readonly #schemes: SchemeRegistry
  readonly #preset: PresetPermission
  requestHandler: RequestHandler | null = null
  checkHandler: CheckHandler | null = null

  constructor(schemes: SchemeRegistry, preset: PresetPermission) {
    this.#schemes = schemes
    this.#preset = preset
  }

  /**
   * Before a document runs: what the check handler denies, and what only the request handler may grant, is denied until
   * the page asks. Without handlers everything is granted, as in Electron.
   */
  async presetFor(contents: unknown, appUrl: string): Promise<void> {
    const origin = this.#originOf(appUrl)
    if (origin === undefined) return
    await Promise.all(
      Object.keys(names).map((permission) => {
        const isChecked =
          this.checkHandler?.(contents, permission, origin, { isMainFrame: true, requestingUrl: appUrl }) ??
          true
        return this.#set(permission, origin, isChecked && this.requestHandler === null)
      }),
    )
  }

  /** A page is about to prompt. Resolves with the handler's answer, once the browser knows it. */
  async request(contents: unknown, permission: string, appUrl: string, details: object): Promise<boolean> {
    const origin = this.#originOf(appUrl)
    if (origin === undefined || names[permission] === undefined) return false
    const handler = this.requestHandler
    const granted =
      handler === null
        ? (this.checkHandler?.(contents, permission, origin, { isMainFrame: true, requestingUrl: appUrl }) ??
          true)
        : await new Promise<boolean>((resolve) =>
            handler(contents, permission, resolve, { isMainFrame: true, requestingUrl: appUrl, ...details }),
          )
    await this.#set(permission, origin, granted)
    return granted
  }

  #originOf(appUrl: string): string | undefined {
    const page = URL.parse(this.#schemes.toPage(appUrl))
    if (page === null || page.origin === 'null') return undefined
    return this.#schemes.toApp(page.origin)
  }

  async #set(permission: string, appOrigin: string, granted: boolean): Promise<void> {
    const origin = this.#schemes.toPage(appOrigin)
    await Promise.all(
      (names[permission] ?? []).map((descriptor) =>
        this.#preset({ origin, permission: descriptor, setting: granted ? 'granted' : 'denied' }).catch(
          () => undefined,
        ),
      ),
    )
  }
}
