import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import type {
  App as ElectronApp,
  JumpListCategory,
  LoginItemSettings,
  LoginItemSettingsOptions,
  Settings,
  Task,
} from 'electron'
import type { AppManifest } from '../host/app-manifest.ts'
import type { HostOptions } from '../host/options.ts'
import { AppPaths } from './app-paths.ts'
import { CommandLine } from './command-line.ts'
import { createEvent } from './event.ts'
import { LoginItems } from './login-items.ts'
import { ProtocolClients } from './protocol-clients.ts'
import { SingleInstance } from './single-instance.ts'
import { preferredLanguages } from './system-languages.ts'

/** What the app's object cannot do alone. */
export interface AppBackend {
  quit(): void
  exit(code: number): void
  /** Starts the app anew when this process ends. */
  relaunch(args: readonly string[]): void
  focus(): void
}

/** What the taskbar shows of the app, as the control port sees it. */
export interface TaskbarEntry {
  readonly badgeCount: number
  readonly userTasks: readonly Task[]
  readonly jumpList: readonly JumpListCategory[] | null
}

/** Electron's `app`. */
export class App
  extends EventEmitter
  implements
    Pick<
      ElectronApp,
      | 'whenReady'
      | 'isReady'
      | 'quit'
      | 'exit'
      | 'relaunch'
      | 'getAppPath'
      | 'getVersion'
      | 'getName'
      | 'setName'
      | 'getLocale'
      | 'getSystemLocale'
      | 'getPreferredSystemLanguages'
      | 'requestSingleInstanceLock'
      | 'hasSingleInstanceLock'
      | 'releaseSingleInstanceLock'
      | 'enableSandbox'
      | 'setAppUserModelId'
      | 'setLoginItemSettings'
      | 'getLoginItemSettings'
      | 'setAsDefaultProtocolClient'
      | 'removeAsDefaultProtocolClient'
      | 'isDefaultProtocolClient'
      | 'disableHardwareAcceleration'
      | 'getBadgeCount'
      | 'setBadgeCount'
    >
{
  readonly commandLine: CommandLine
  readonly isPackaged = false
  /** There is a dock on macOS only, and this host does not reach it there. */
  readonly dock = undefined
  applicationMenu: unknown = null
  /** On Windows only, as in Electron: elsewhere there is no such method. */
  readonly setUserTasks: ((tasks: readonly Task[]) => boolean) | undefined
  /** See {@link setUserTasks}. */
  readonly setJumpList: ((categories: readonly JumpListCategory[] | null) => 'ok') | undefined
  userAgentFallback = ''
  readonly #manifest: AppManifest
  readonly #options: HostOptions
  readonly #backend: AppBackend
  readonly #paths: AppPaths
  readonly #loginItems = new LoginItems()
  readonly _protocolClients = new ProtocolClients()
  readonly #ready: PromiseWithResolvers<void> = Promise.withResolvers()
  #isReadyNow = false
  #appName: string
  #badge = 0
  #userTasks: readonly Task[] = []
  #jumpList: readonly JumpListCategory[] | null = null
  #instance: SingleInstance | undefined

  constructor(
    manifest: AppManifest,
    options: HostOptions,
    backend: AppBackend,
    platform: NodeJS.Platform = process.platform,
  ) {
    super()
    this.#manifest = manifest
    this.#options = options
    this.#backend = backend
    this.#appName = manifest.name
    this.commandLine = new CommandLine(options.appArgs)
    this.#paths = new AppPaths(() => this.#appName, process.env, process.platform)
    if (options.userDataDir !== undefined) this.#paths.set('userData', options.userDataDir)
    const isWindows = platform === 'win32'
    this.setUserTasks = isWindows ? (tasks) => this.#keepUserTasks(tasks) : undefined
    this.setJumpList = isWindows ? (categories) => this.#keepJumpList(categories) : undefined
  }

  get name(): string {
    return this.#appName
  }

  set name(name: string) {
    this.#appName = name
  }

  whenReady(): Promise<void> {
    return this.#ready.promise
  }

  isReady(): boolean {
    return this.#isReadyNow
  }

  quit(): void {
    this.#backend.quit()
  }

  exit(exitCode = 0): void {
    this.#backend.exit(exitCode)
  }

  relaunch(options: { args?: string[] } = {}): void {
    this.#backend.relaunch(options.args ?? process.argv.slice(1))
  }

  focus(): void {
    this.#backend.focus()
  }

  getAppPath(): string {
    return this.#manifest.path
  }

  getVersion(): string {
    return this.#manifest.version
  }

  getName(): string {
    return this.#appName
  }

  setName(name: string): void {
    this.#appName = name
  }

  getPath(name: string): string {
    const path = this.#paths.get(name)
    // Electron makes these folders on first use; apps rely on it.
    if (name === 'userData' || name === 'sessionData' || name === 'logs') mkdirSync(path, { recursive: true })
    return path
  }

  setPath(name: string, path: string): void {
    // An unknown name must fail as in Electron, before it can be set.
    this.#paths.get(name)
    this.#paths.set(name, path)
  }

  setAppLogsPath(path?: string): void {
    if (path !== undefined) this.#paths.set('logs', path)
  }

  getLocale(): string {
    return this.#options.locale ?? this.getSystemLocale()
  }

  getLocaleCountryCode(): string {
    return new Intl.Locale(this.getSystemLocale()).region ?? ''
  }

  getSystemLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale
  }

  getPreferredSystemLanguages(): string[] {
    return preferredLanguages(process.env, this.getSystemLocale())
  }

  requestSingleInstanceLock(additionalData?: Record<PropertyKey, unknown>): boolean {
    this.#instance ??= new SingleInstance(this.getPath('userData'))
    const start = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    return this.#instance.acquire(start, (second) => {
      this.emit('second-instance', createEvent(), second.argv, second.workingDirectory, second.additionalData)
    })
  }

  hasSingleInstanceLock(): boolean {
    return this.#instance?.isHeld ?? false
  }

  releaseSingleInstanceLock(): void {
    this.#instance?.release()
  }

  /** The browser's own sandbox covers every page; only as root, where Chromium refuses it, there is none. */
  enableSandbox(): void {
    if (this.#isReadyNow) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  disableHardwareAcceleration(): void {
    if (this.#isReadyNow) {
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready')
    }
    this.commandLine.appendSwitch('disable-gpu')
  }

  setAppUserModelId(_id: string): void {
    // Names the taskbar group on Windows, where the windows here are Chromium's.
  }

  setLoginItemSettings(settings: Settings): void {
    this.#loginItems.set(settings, this.#appName)
  }

  getLoginItemSettings(options?: LoginItemSettingsOptions): LoginItemSettings {
    return this.#loginItems.get(options)
  }

  setAsDefaultProtocolClient(protocol: string, path?: string, args?: string[]): boolean {
    return this._protocolClients.set(protocol, path, args)
  }

  removeAsDefaultProtocolClient(protocol: string, path?: string, args?: string[]): boolean {
    return this._protocolClients.remove(protocol, path, args)
  }

  isDefaultProtocolClient(protocol: string, path?: string, args?: string[]): boolean {
    return this._protocolClients.has(protocol, path, args)
  }

  getBadgeCount(): number {
    return this.#badge
  }

  setBadgeCount(count = 0): boolean {
    this.#badge = count
    return true
  }

  /** For the control port only. */
  get _taskbar(): TaskbarEntry {
    return { badgeCount: this.#badge, userTasks: this.#userTasks, jumpList: this.#jumpList }
  }

  /** For the control port only: a link was opened. True when the app said that it takes care of it. */
  _openUrl(url: string): boolean {
    const event = createEvent()
    this.emit('open-url', event, url)
    return event.defaultPrevented
  }

  /** For the host only: the browser runs. */
  _setReady(): void {
    this.#isReadyNow = true
    this.emit('will-finish-launching')
    this.emit('ready', createEvent(), {})
    this.#ready.resolve()
  }

  #keepUserTasks(tasks: readonly Task[]): true {
    this.#userTasks = [...tasks]
    return true
  }

  #keepJumpList(categories: readonly JumpListCategory[] | null): 'ok' {
    this.#jumpList = categories === null ? null : [...categories]
    return 'ok'
  }
}
