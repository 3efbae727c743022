import type { LoginItemSettings, LoginItemSettingsOptions, Settings } from 'electron'

interface LoginItem {
  readonly name: string
  readonly path: string
  readonly args: readonly string[]
  readonly enabled: boolean
}

function isFor(item: LoginItem, path: string, args: readonly string[]): boolean {
  return item.path === path && JSON.stringify(item.args) === JSON.stringify(args)
}

/**
 * What starts with the session of this person, as Windows keeps it: by name, each with its program and arguments. Kept for
 * this run only: a host for development does not enter itself in the system's autostart.
 */
export class LoginItems {
  readonly #items = new Map<string, LoginItem>()

  set(settings: Settings, appName: string): void {
    if (settings.type !== undefined && settings.type !== 'mainAppService') {
      throw new Error(`Chromium host: login items of type ${settings.type} are not implemented`)
    }
    const { name = appName, path = process.execPath, args = [], enabled = true } = settings
    if (settings.openAtLogin === true) this.#items.set(name, { name, path, args: [...args], enabled })
    else this.#items.delete(name)
  }

  /** Only an item with the very arguments asked for counts as `openAtLogin`, as on Windows. */
  get(options: LoginItemSettingsOptions = {}): LoginItemSettings {
    const { path = process.execPath, args = [] } = options
    const items = [...this.#items.values()]
    const openAtLogin = items.some((item) => isFor(item, path, args))
    return {
      openAtLogin,
      wasOpenedAtLogin: false,
      status: openAtLogin ? 'enabled' : 'not-registered',
      executableWillLaunchAtLogin: items.some((item) => item.path === path && item.enabled),
      launchItems: items.map((item) => ({ ...item, args: [...item.args], scope: 'user' })),
    }
  }
}
