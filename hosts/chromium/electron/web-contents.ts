import { EventEmitter } from 'node:events'
import type { Protocol } from 'devtools-protocol'
import type { CdpMethod } from '../browser/cdp-connection.ts'
import { createEvent } from './event.ts'
import { encodeForPage } from './ipc-dispatch.ts'
import { IpcMain } from './ipc-main.ts'
import { createFromBuffer, type NativeImage } from './native-image.ts'
import { retire } from './retire.ts'
import { PageController, type PageOptions, type PageWatcher } from './page-controller.ts'
import type { WebFrameMain } from './web-frame-main.ts'
import type { WindowOpenHandler } from './window-open.ts'
import type { WindowServices } from './window-services.ts'

const known = new Map<number, WebContents>()
let lastId = 0

/** Electron's `webContents` over one DevTools page. */
export class WebContents extends EventEmitter {
  readonly id = ++lastId
  readonly ipc = new IpcMain()
  readonly hostWebContents = null
  readonly #services: WindowServices
  readonly #options: PageOptions
  readonly #page: PageController
  #destroyed = false
  #focused = false
  #zoom = 1
  #size: { readonly width: number; readonly height: number }

  constructor(services: WindowServices, options: PageOptions) {
    super()
    this.#services = services
    this.#options = options
    this.#size = { width: options.width, height: options.height }
    known.set(this.id, this)
    this.#page = new PageController(this, services, options)
  }

  static getAllWebContents(): WebContents[] {
    return [...known.values()]
  }

  static fromId(id: number): WebContents | undefined {
    return known.get(id)
  }

  static getFocusedWebContents(): WebContents | null {
    return [...known.values()].find((contents) => contents.#focused) ?? null
  }

  get session(): WindowServices['session'] {
    return this.#services.session
  }

  get mainFrame(): WebFrameMain {
    return this.#page.frames.mainFrame ?? this.#page.navigation.placeholder()
  }

  send(channel: string, ...args: unknown[]): void {
    const frame = this.#page.frames.mainFrame
    if (frame !== undefined) this.#page.send(frame, channel, args)
    // Without a document the message is dropped, but what cannot be cloned is refused all the same.
    else encodeForPage(args)
  }

  loadURL(url: string, _options?: object): Promise<void> {
    return this.#page.navigation.load(url, this.#page.attached)
  }

  loadFile(path: string): Promise<void> {
    return this.#page.navigation.loadFile(path, this.#page.attached)
  }

  reload(): void {
    this.#page.navigation.reload()
  }

  stop(): void {
    void this.#command('Page.stopLoading', undefined)
  }

  getURL(): string {
    const url = this.#page.frames.mainFrame?.url ?? ''
    return url === 'about:blank' && !this.#page.navigation.hasLoaded ? '' : url
  }

  getTitle(): string {
    return this.#page.title === '' ? this.getURL() : this.#page.title
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  isCrashed(): boolean {
    return this.#page.isCrashed
  }

  isLoading(): boolean {
    return this.#page.navigation.isLoading
  }

  isLoadingMainFrame(): boolean {
    return this.#page.navigation.isLoading
  }

  isFocused(): boolean {
    return this.#focused
  }

  focus(): void {
    void this.#command('Page.bringToFront', undefined)
  }

  getType(): 'window' {
    return 'window'
  }

  getOSProcessId(): number {
    return this.mainFrame.osProcessId
  }

  getUserAgent(): string {
    return this.#services.app.userAgentFallback
  }

  /** The preferences the page was made with; never undefined here. */
  getLastWebPreferences(): Readonly<Record<string, unknown>> {
    return this.#options.webPreferences
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    await this.#page.attached
    await this.#page.navigation.whenStopped()
    return this.#page.evaluate(this.mainFrame, code, userGesture)
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#page.openHandler = handler
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.#zoom = factor
    void this.#applyZoom()
  }

  getZoomFactor(): number {
    return this.#zoom
  }

  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level)
  }

  getZoomLevel(): number {
    return Math.log(this.#zoom) / Math.log(1.2)
  }

  /** No tools window over a pipe: says how to get one. */
  openDevTools(): void {
    console.error(
      'Chromium host: start with --remote-debugging-port and open chrome://inspect for developer tools.',
    )
  }

  closeDevTools(): void {
    // Never open: see openDevTools.
  }

  isDevToolsOpened(): boolean {
    return false
  }

  async capturePage(rect?: { x: number; y: number; width: number; height: number }): Promise<NativeImage> {
    await this.#page.attached
    const clip = rect === undefined ? {} : { clip: { ...rect, scale: 1 } }
    const shot = await this.#command('Page.captureScreenshot', { format: 'png', ...clip })
    if (shot === undefined) throw new Error('The page is gone')
    return createFromBuffer(Buffer.from((shot as Protocol.Page.CaptureScreenshotResponse).data, 'base64'))
  }

  /** Closes without asking the page, as `webContents.close()` does. */
  close(options: { waitForBeforeUnload?: boolean } = {}): void {
    this._requestClose(options.waitForBeforeUnload === true)
  }

  forcefullyCrashRenderer(): void {
    void this.#command('Page.crash', undefined)
  }

  // --- for the window and the host only ---

  _watch(watcher: PageWatcher): void {
    this.#page.watcher = watcher
  }

  _requestClose(ask: boolean): void {
    this.#page.requestClose(ask)
  }

  _setFocused(focused: boolean): void {
    if (this.#focused === focused) return
    this.#focused = focused
    this.emit(focused ? 'focus' : 'blur', createEvent())
  }

  _destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    known.delete(this.id)
    this.#page.end()
    this.emit('destroyed', createEvent())
    retire(this, ['isDestroyed', 'command', 'applyZoom'])
  }

  /** Sizes the page; places its window too where there is one to place. */
  async _setSize(width: number, height: number, place?: { x: number; y: number }): Promise<void> {
    this.#size = { width, height }
    const found = (await this.#command('Browser.getWindowForTarget', undefined)) as
      Protocol.Browser.GetWindowForTargetResponse | undefined
    if (found === undefined) return
    const at = place === undefined ? {} : { left: place.x, top: place.y }
    await this.#command('Browser.setWindowBounds', {
      windowId: found.windowId,
      bounds: { width, height, ...at },
    })
    if (this.#zoom !== 1) await this.#applyZoom()
  }

  async _setWindowState(windowState: Protocol.Browser.WindowState): Promise<void> {
    const found = (await this.#command('Browser.getWindowForTarget', undefined)) as
      Protocol.Browser.GetWindowForTargetResponse | undefined
    if (found === undefined) return
    await this.#command('Browser.setWindowBounds', { windowId: found.windowId, bounds: { windowState } })
  }

  async _setBackground(color: string): Promise<void> {
    const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color)
    const [r, g, b] = (match?.slice(1) ?? ['ff', 'ff', 'ff']).map((part) => Number.parseInt(part, 16))
    await this.#command('Emulation.setDefaultBackgroundColorOverride', { color: { r, g, b, a: 1 } })
  }

  _refreshInterception(): Promise<void> {
    return this.#page.refreshInterception()
  }

  #command(method: CdpMethod, params: unknown): Promise<unknown> {
    return this.#page.command(method, params)
  }

  async #applyZoom(): Promise<void> {
    const { width, height } = this.#size
    if (this.#zoom === 1) await this.#command('Emulation.clearDeviceMetricsOverride', undefined)
    else {
      await this.#command('Emulation.setDeviceMetricsOverride', {
        width: Math.round(width / this.#zoom),
        height: Math.round(height / this.#zoom),
        deviceScaleFactor: this.#zoom,
        mobile: false,
      })
    }
  }
}
