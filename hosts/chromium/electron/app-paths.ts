import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** Where Electron puts an app's files on each system. */
export class AppPaths {
  readonly #overrides = new Map<string, string>()
  readonly #appName: () => string
  readonly #env: NodeJS.ProcessEnv
  readonly #platform: NodeJS.Platform

  constructor(appName: () => string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform) {
    this.#appName = appName
    this.#env = env
    this.#platform = platform
  }

  set(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute')
    this.#overrides.set(name, path)
  }

  /** Throws for a name Electron does not know. */
  get(name: string): string {
    const override = this.#overrides.get(name)
    if (override !== undefined) return override
    switch (name) {
      case 'home':
        return homedir()
      case 'appData':
        return this.#appData()
      case 'userData':
        return join(this.get('appData'), this.#appName())
      case 'sessionData':
        return this.get('userData')
      case 'logs':
        return this.#platform === 'darwin'
          ? join(homedir(), 'Library', 'Logs', this.#appName())
          : join(this.get('userData'), 'logs')
      case 'crashDumps':
        return join(this.get('userData'), 'Crashpad')
      case 'temp':
        return tmpdir()
      case 'exe':
      case 'module':
        return process.execPath
      case 'desktop':
      case 'documents':
      case 'downloads':
      case 'music':
      case 'pictures':
      case 'videos':
        return join(homedir(), `${name.charAt(0).toUpperCase()}${name.slice(1)}`)
      default:
        throw new Error(`Failed to get '${name}' path`)
    }
  }

  #appData(): string {
    if (this.#platform === 'win32') return this.#env.APPDATA ?? join(homedir(), 'AppData', 'Roaming')
    if (this.#platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
    const configured = this.#env.XDG_CONFIG_HOME
    return configured !== undefined && configured !== '' ? configured : join(homedir(), '.config')
  }
}
