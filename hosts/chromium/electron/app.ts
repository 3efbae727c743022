import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import type { App as ElectronApp, Settings } from 'electron'
import type { AppManifest } from '../host/app-manifest.ts'
import type { HostOptions } from '../host/options.ts'
import { AppPaths } from './app-paths.ts'
import { CommandLine } from './command-line.ts'
import { createEvent } from './event.ts'
import { SingleInstance } from './single-instance.ts'

/** What the app's object cannot do alone. */
export interface AppBackend {
  quit(): void
  exit(code: number): void
  /** Starts the app anew when this process ends. */
  relaunch(args: readonly string[]): void
  focus(): void
}

type LoginItemSettings = ReturnType<ElectronApp['getLoginItemSettings']>

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
  userAgentFallback = ''
  private readonly manifest: AppManifest
  private readonly options: HostOptions
  private readonly backend: AppBackend
  private readonly paths: AppPaths
  private readonly ready: PromiseWithResolvers<void> = Promise.withResolvers()
  private isReadyNow = false
  private appName: string
  private badge = 0
  private instance: SingleInstance | undefined
  private opensAtLogin = false

  constructor(manifest: AppManifest, options: HostOptions, backend: AppBackend) {
    super()
    this.manifest = manifest
    this.options = options
    this.backend = backend
    this.appName = manifest.name
    this.commandLine = new CommandLine(options.appArgs)
    this.paths = new AppPaths(() => this.appName, process.env, process.platform)
    if (options.userDataDir !== undefined) this.paths.set('userData', options.userDataDir)
  }

  get name(): string {
    return this.appName
  }

  set name(name: string) {
    this.appName = name
  }

  whenReady(): Promise<void> {
    return this.ready.promise
  }

  isReady(): boolean {
    return this.isReadyNow
  }

  quit(): void {
    this.backend.quit()
  }

  exit(exitCode = 0): void {
    this.backend.exit(exitCode)
  }

  relaunch(options: { args?: string[] } = {}): void {
    this.backend.relaunch(options.args ?? process.argv.slice(1))
  }

  focus(): void {
    this.backend.focus()
  }

  getAppPath(): string {
    return this.manifest.path
  }

  getVersion(): string {
    return this.manifest.version
  }

  getName(): string {
    return this.appName
  }

  setName(name: string): void {
    this.appName = name
  }

  getPath(name: string): string {
    const path = this.paths.get(name)
    // Electron makes these folders on first use; apps rely on it.
    if (name === 'userData' || name === 'sessionData' || name === 'logs') mkdirSync(path, { recursive: true })
    return path
  }

  setPath(name: string, path: string): void {
    // An unknown name must fail as in Electron, before it can be set.
    this.paths.get(name)
    this.paths.set(name, path)
  }

  setAppLogsPath(path?: string): void {
    if (path !== undefined) this.paths.set('logs', path)
  }

  getLocale(): string {
    return this.options.locale ?? this.getSystemLocale()
  }

  getLocaleCountryCode(): string {
    return new Intl.Locale(this.getSystemLocale()).region ?? ''
  }

  getSystemLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getSystemLocale()]
  }

  requestSingleInstanceLock(additionalData?: Record<PropertyKey, unknown>): boolean {
    this.instance ??= new SingleInstance(this.getPath('userData'))
    const start = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    return this.instance.acquire(start, (second) => {
      this.emit('second-instance', createEvent(), second.argv, second.workingDirectory, second.additionalData)
    })
  }

  hasSingleInstanceLock(): boolean {
    return this.instance?.isHeld ?? false
  }

  releaseSingleInstanceLock(): void {
    this.instance?.release()
  }

  /** The browser's own sandbox covers every page; only as root, where Chromium refuses it, there is none. */
  enableSandbox(): void {
    if (this.isReadyNow) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  disableHardwareAcceleration(): void {
    if (this.isReadyNow) {
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready')
    }
    this.commandLine.appendSwitch('disable-gpu')
  }

  setAppUserModelId(_id: string): void {
    // Names the taskbar group on Windows, where the windows here are Chromium's.
  }

  /** Remembered for this run only: a host for development does not enter itself in the system's autostart. */
  setLoginItemSettings(settings: Settings): void {
    this.opensAtLogin = settings.openAtLogin ?? false
  }

  getLoginItemSettings(): LoginItemSettings {
    return {
      openAtLogin: this.opensAtLogin,
      wasOpenedAtLogin: false,
      status: 'not-registered',
      executableWillLaunchAtLogin: false,
      launchItems: [],
    }
  }

  /** Refused: the host does not register itself with the system. */
  setAsDefaultProtocolClient(_protocol: string): boolean {
    return false
  }

  removeAsDefaultProtocolClient(_protocol: string): boolean {
    return false
  }

  isDefaultProtocolClient(_protocol: string): boolean {
    return false
  }

  getBadgeCount(): number {
    return this.badge
  }

  setBadgeCount(count = 0): boolean {
    this.badge = count
    return true
  }

  /** For the host only: the browser runs. */
  _setReady(): void {
    this.isReadyNow = true
    this.emit('will-finish-launching')
    this.emit('ready', createEvent(), {})
    this.ready.resolve()
  }
}
