import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, missingWindow } from '../browser/find-browser.ts'
import { BrowserDriver } from '../browser/browser-driver.ts'
import { launchBrowser, type RunningBrowser } from '../browser/launch.ts'
import { AppLifecycle } from '../electron/app-lifecycle.ts'
import { createElectron, type HostElectron } from '../electron/index.ts'
import type { AppManifest } from './app-manifest.ts'
import type { HostOptions } from './options.ts'
import { ShiftableClock } from './shiftable-clock.ts'
import { startControl, type ControlServer } from '../control/server.ts'

/** A second Ctrl+C within this time is the same key press: npm and the terminal both pass it on. */
const signalEchoMs = 500

/** One app on one browser: everything that is not Electron's API, and the order of start and end. */
export class Host {
  readonly #manifest: AppManifest
  readonly #options: HostOptions
  readonly #runScript: string
  readonly #clock = new ShiftableClock()
  readonly #driver = Promise.withResolvers<BrowserDriver>()
  readonly #lifecycle: AppLifecycle
  #running: RunningBrowser | undefined
  #control: ControlServer | undefined
  #temporaryProfile: string | undefined
  #relaunchArgs: readonly string[] | undefined
  #firstSignalAt: number | undefined
  readonly electron: HostElectron

  constructor(manifest: AppManifest, options: HostOptions, runScript: string) {
    this.#manifest = manifest
    this.#options = options
    this.#runScript = runScript
    this.#driver.promise.catch(() => undefined)
    this.electron = createElectron({
      manifest,
      options,
      clock: this.#clock,
      driver: this.#driver.promise,
      connection: () => {
        if (this.#running === undefined) throw new Error('The browser does not run yet')
        return this.#running.connection
      },
      quit: () => this.#lifecycle.quit(),
      exit: (code) => this.#lifecycle.exit(code),
      relaunch: (args) => {
        this.#relaunchArgs = args
      },
    })
    const { app, windows } = this.electron.internals
    this.#lifecycle = new AppLifecycle(app, windows, (code) => void this.#end(code))
  }

  /** Makes this process look like Electron's main process and catches what ends it. */
  adoptProcess(): void {
    const versions = { ...process.versions, electron: this.electron.internals.electronVersion }
    Object.defineProperty(process, 'versions', { value: Object.freeze(versions), configurable: true })
    Object.defineProperty(process, 'type', { value: 'browser', configurable: true })
    Object.defineProperty(process, 'resourcesPath', { value: this.#manifest.path, configurable: true })
    Object.defineProperty(process, 'defaultApp', { value: true, configurable: true })
    // Before the app's first module runs: it may keep `Date.now` for good.
    if (this.#options.controlPort !== undefined) this.#clock.install(globalThis)
    process.argv = [process.execPath, this.#options.appPath, ...this.#options.appArgs]
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => this.#onSignal(signal))
    process.on('exit', () => {
      this.#running?.kill()
      this.electron.internals.utilityProcesses.killAll()
      this.electron.internals.app.releaseSingleInstanceLock()
      if (this.#temporaryProfile !== undefined)
        rmSync(this.#temporaryProfile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
    })
  }

  /** Starts browser and control port, then emits `ready`. Does nothing when the app has quit meanwhile. */
  async start(): Promise<void> {
    if (this.#lifecycle.hasEnded) return
    const { app, setChromeVersion, registries } = this.electron.internals
    const { headless } = this.#options
    const command = await findBrowser()
    const problem = missingWindow(command, headless)
    if (problem !== null) console.error(problem)
    const running = await launchBrowser({
      command,
      profileDir: this.#profileDir(),
      headless,
      remoteDebuggingPort: this.#options.remoteDebuggingPort,
      locale: this.#options.locale,
      extraArgs: app.commandLine._forBrowser(),
    })
    this.#running = running
    running.connection.onClose = () => this.#browserGone()
    const driver = new BrowserDriver(running)
    await driver.start()
    const { product } = await running.connection.browser.send('Browser.getVersion')
    setChromeVersion(product.replace(/^.*\//, ''))
    if (this.#options.controlPort !== undefined) {
      this.#control = await startControl(registries, this.#options.controlPort)
      console.error(`Chromium host: control port http://127.0.0.1:${String(this.#control.port)}`)
    }
    this.#driver.resolve(driver)
    app._setReady()
  }

  #profileDir(): string {
    // Without a user data folder of its own two trials of one app would fight for the browser's profile.
    if (this.#options.userDataDir !== undefined || this.electron.internals.app.hasSingleInstanceLock()) {
      return join(this.electron.internals.app.getPath('sessionData'), 'chromium-profile')
    }
    this.#temporaryProfile = mkdtempSync(join(tmpdir(), 'electron-host-'))
    return this.#temporaryProfile
  }

  #onSignal(signal: NodeJS.Signals): void {
    const now = performance.now()
    if (this.#firstSignalAt === undefined) {
      this.#firstSignalAt = now
      this.#lifecycle.quit()
    } else if (now - this.#firstSignalAt > signalEchoMs) {
      console.error(`Chromium host: ${signal} again, ending at once`)
      this.#lifecycle.exit(1)
    }
  }

  #browserGone(): void {
    if (this.#lifecycle.hasEnded) return
    console.error('Chromium host: the browser ended unexpectedly')
    this.#lifecycle.exit(1)
  }

  async #end(exitCode: number): Promise<void> {
    this.electron.internals.utilityProcesses.killAll()
    this.electron.internals.app.releaseSingleInstanceLock()
    await Promise.all([this.#running?.close(), this.#control?.close()])
    if (this.#relaunchArgs !== undefined) {
      spawn(process.execPath, [this.#runScript, ...this.#relaunchArgs], {
        detached: true,
        stdio: 'inherit',
      }).unref()
    }
    process.exit(exitCode)
  }
}
