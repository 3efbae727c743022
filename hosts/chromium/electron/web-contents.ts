import { EventEmitter } from 'node:events'
import type { Protocol } from 'devtools-protocol'
import type { PopupTarget } from '../browser/browser-driver.ts'
import { CdpError, type CdpEvent, type CdpMethod, type CdpSession } from '../browser/cdp-connection.ts'
import type { ToPage } from '../ipc/wire.ts'
import { createEvent } from './event.ts'
import { FrameTree } from './frame-tree.ts'
import { Interception } from './interception.ts'
import { dispatchInvoke, dispatchSend, encodeForPage, parseFromPage } from './ipc-dispatch.ts'
import { IpcMain } from './ipc-main.ts'
import { createFromBuffer, type NativeImage } from './native-image.ts'
import { Navigation } from './navigation.ts'
import { readPreload } from './preload-source.ts'
import { receiverName, startPage, type PageEvents } from './page-session.ts'
import { decideWindowOpen, type WindowOpenHandler } from './window-open.ts'
import type { WindowServices } from './window-services.ts'
import type { WebFrameMain } from './web-frame-main.ts'

/** How a window's page is made. */
export interface PageOptions {
  readonly webPreferences: Readonly<Record<string, unknown>>
  readonly width: number
  readonly height: number
  readonly isHeadedWindow: boolean
  readonly adopt: PopupTarget | undefined
}

const known = new Map<number, WebContents>()
const deliver = `function (message) { ${receiverName}(message) }`
/** Electron calls a window unresponsive when its page has not agreed to close within this time. */
const closeTimeoutMs = 5000

/** Electron's `webContents` over one DevTools page. */
export class WebContents extends EventEmitter {
  readonly id: number
  readonly ipc = new IpcMain()
  private readonly services: WindowServices
  private readonly options: PageOptions
  private readonly frames: FrameTree
  private readonly interception: Interception
  private readonly navigation: Navigation
  private readonly attached: Promise<CdpSession>
  private link: CdpSession | undefined
  private targetId: string | undefined
  private destroyed = false
  private crashed = false
  private focused = false
  private zoom = 1
  private title = ''
  private userAgent = ''
  private openHandler: WindowOpenHandler | undefined
  private closeTimer: NodeJS.Timeout | undefined
  private isClosing = false
  /** For the window only. */
  _onGone: () => void = () => undefined
  _onUnresponsive: () => void = () => undefined
  _onFirstPaint: () => void = () => undefined
  _onTitle: (title: string) => void = () => undefined
  _onCloseCancelled: () => void = () => undefined

  constructor(services: WindowServices, options: PageOptions) {
    super()
    this.services = services
    this.options = options
    this.id = Math.max(0, ...known.keys()) + 1
    known.set(this.id, this)
    const owner = {
      send: (frame: WebFrameMain, channel: string, args: readonly unknown[]) =>
        this.deliver(frame, ['message', channel, encodeForPage(args)]),
      evaluate: (frame: WebFrameMain, code: string) => this.evaluate(frame, code, false),
    }
    this.frames = new FrameTree(owner, services.schemes, this.id + 1000)
    this.navigation = new Navigation(this, this.frames, services.schemes, (method, params) =>
      this.command(method, params),
    )
    this.interception = new Interception(services.schemes, services.session.webRequest, this.navigation)
    this.attached = this.attach()
    // A window closed before its page exists is no failure; calls that need the page report for themselves.
    this.attached.catch(() => undefined)
  }

  static getAllWebContents(): WebContents[] {
    return [...known.values()]
  }

  static fromId(id: number): WebContents | undefined {
    return known.get(id)
  }

  static getFocusedWebContents(): WebContents | null {
    return [...known.values()].find((contents) => contents.focused) ?? null
  }

  get session(): WindowServices['session'] {
    return this.services.session
  }

  get mainFrame(): WebFrameMain {
    const frame = this.frames.mainFrame ?? this.navigation.placeholder()
    return frame
  }

  get hostWebContents(): null {
    return null
  }

  send(channel: string, ...args: unknown[]): void {
    const text = encodeForPage(args)
    const frame = this.frames.mainFrame
    if (frame !== undefined) this.deliver(frame, ['message', channel, text])
  }

  loadURL(url: string, _options?: object): Promise<void> {
    return this.navigation.load(url, this.attached)
  }

  loadFile(path: string): Promise<void> {
    return this.navigation.loadFile(path, this.attached)
  }

  reload(): void {
    this.navigation.reload()
  }

  stop(): void {
    void this.command('Page.stopLoading', undefined)
  }

  getURL(): string {
    const url = this.frames.mainFrame?.url ?? ''
    return url === 'about:blank' && !this.navigation.hasLoaded ? '' : url
  }

  getTitle(): string {
    return this.title === '' ? this.getURL() : this.title
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  isCrashed(): boolean {
    return this.crashed
  }

  isLoading(): boolean {
    return this.navigation.isLoading
  }

  isLoadingMainFrame(): boolean {
    return this.navigation.isLoading
  }

  isFocused(): boolean {
    return this.focused
  }

  focus(): void {
    void this.command('Page.bringToFront', undefined)
  }

  getType(): 'window' {
    return 'window'
  }

  getOSProcessId(): number {
    return this.mainFrame.osProcessId
  }

  getUserAgent(): string {
    return this.userAgent
  }

  /** The preferences the page was made with; never undefined here. */
  getLastWebPreferences(): Readonly<Record<string, unknown>> {
    return this.options.webPreferences
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    await this.attached
    await this.navigation.whenStopped()
    return this.evaluate(this.mainFrame, code, userGesture)
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.openHandler = handler
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.zoom = factor
    void this.applyZoom()
  }

  getZoomFactor(): number {
    return this.zoom
  }

  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level)
  }

  getZoomLevel(): number {
    return Math.log(this.zoom) / Math.log(1.2)
  }

  /** No tools window over a pipe: says how to get one. */
  openDevTools(): void {
    console.error('Chromium host: start with --remote-debugging-port and open chrome://inspect for developer tools.')
  }

  closeDevTools(): void {
    // Never open: see openDevTools.
  }

  isDevToolsOpened(): boolean {
    return false
  }

  async capturePage(rect?: { x: number; y: number; width: number; height: number }): Promise<NativeImage> {
    await this.attached
    const clip = rect === undefined ? {} : { clip: { ...rect, scale: 1 } }
    const shot = await this.command('Page.captureScreenshot', { format: 'png', ...clip })
    if (shot === undefined) throw new Error('The page is gone')
    return createFromBuffer(Buffer.from((shot as Protocol.Page.CaptureScreenshotResponse).data, 'base64'))
  }

  /** Closes without asking the page, as `webContents.close()` does. */
  close(options: { waitForBeforeUnload?: boolean } = {}): void {
    this._requestClose(options.waitForBeforeUnload === true)
  }

  forcefullyCrashRenderer(): void {
    void this.command('Page.crash', undefined)
  }

  // --- for the window and the host only ---

  /** Asks the page to go, its `beforeunload` first when `ask`. The window hears of it through `_onGone`. */
  _requestClose(ask: boolean): void {
    if (this.isClosing && ask) return
    this.isClosing = true
    this.attached
      .then(async (session) => {
        if (!ask || this.crashed) await this.closeTarget()
        else {
          this.closeTimer = setTimeout(() => this._onUnresponsive(), closeTimeoutMs)
          await session.send('Page.close')
        }
      })
      .catch((error: unknown) => {
        // The page went first: gone is gone.
        if (!(error instanceof CdpError)) throw error
      })
  }

  _setFocused(focused: boolean): void {
    if (this.focused === focused) return
    this.focused = focused
    this.emit(focused ? 'focus' : 'blur', createEvent())
  }

  _destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    clearTimeout(this.closeTimer)
    known.delete(this.id)
    this.frames.clear()
    this.navigation.end()
    if (this.link === undefined) this._requestClose(false)
    this.emit('destroyed', createEvent())
  }

  async _setSize(width: number, height: number): Promise<void> {
    const found = (await this.command('Browser.getWindowForTarget', undefined)) as
      | Protocol.Browser.GetWindowForTargetResponse
      | undefined
    if (found === undefined) return
    await this.command('Browser.setWindowBounds', { windowId: found.windowId, bounds: { width, height } })
    if (this.zoom !== 1) await this.applyZoom(width, height)
  }

  async _setWindowState(windowState: 'normal' | 'minimized' | 'maximized'): Promise<void> {
    const found = (await this.command('Browser.getWindowForTarget', undefined)) as
      Protocol.Browser.GetWindowForTargetResponse | undefined
    if (found === undefined) return
    await this.command('Browser.setWindowBounds', { windowId: found.windowId, bounds: { windowState } })
  }

  async _setBackground(color: string): Promise<void> {
    const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color)
    const [r, g, b] = (match?.slice(1) ?? ['ff', 'ff', 'ff']).map((part) => Number.parseInt(part, 16))
    await this.command('Emulation.setDefaultBackgroundColorOverride', { color: { r, g, b, a: 1 } })
  }

  _refreshInterception(): Promise<void> {
    return this.interception.refresh()
  }

  /** Sends a DevTools command once attached; `undefined` when the page is gone. */
  async command(method: CdpMethod, params: unknown): Promise<unknown> {
    try {
      const session = await this.attached
      return await (session.send as (method: CdpMethod, params: unknown) => Promise<unknown>).call(
        session,
        method,
        params,
      )
    } catch (error) {
      if (error instanceof CdpError) return undefined
      throw error
    }
  }

  private async attach(): Promise<CdpSession> {
    const driver = await this.services.driver
    const { width, height, adopt, isHeadedWindow } = this.options
    if (this.destroyed) throw new CdpError('The window was closed before its page was made')
    const page = adopt ?? (await driver.createPage({ width, height, ...(isHeadedWindow ? { newWindow: true } : {}) }))
    this.targetId = page.targetId
    driver.own(page.targetId, {
      onGone: () => this._onGone(),
      onPopup: (popup) => this.popup(popup),
    })
    const { session } = page
    const preload = readPreload(this.options.webPreferences, this.services.processInfo())
    this.followPage(session)
    await this.services.preparePage(session)
    await startPage(
      {
        page,
        childSession: this.services.childSession,
        frames: this.frames,
        interception: this.interception,
        events: this.pageEvents(),
      },
      preload.scripts,
    )
    this.link = session
    if (preload.error !== undefined) {
      this.emit('preload-error', createEvent(), preload.path, preload.error)
      console.error(`Unable to load preload script: ${preload.path}\n${String(preload.error)}`)
    }
    if (this.destroyed) await this.closeTarget()
    return session
  }

  private followPage(session: CdpSession): void {
    this.navigation.follow(session)
    session.on('Page.lifecycleEvent', ({ name, frameId }) => {
      if (name === 'firstPaint' && frameId === this.frames.mainFrame?._node.id) this._onFirstPaint()
    })
    session.on('Page.windowOpen', (event) => this.windowOpens.push(event))
    const titled = (): void => void this.readTitle()
    for (const event of ['Page.domContentEventFired', 'Page.loadEventFired'] satisfies CdpEvent[]) {
      session.on(event, titled)
    }
  }

  private readonly windowOpens: Protocol.Page.WindowOpenEvent[] = []

  private async readTitle(): Promise<void> {
    const frame = this.frames.mainFrame
    if (frame === undefined || this.destroyed) return
    const title = await this.evaluate(frame, 'document.title', false).catch(() => undefined)
    if (typeof title !== 'string' || title === this.title || this.destroyed) return
    this.title = title
    const event = createEvent()
    this.emit('page-title-updated', event, title, true)
    if (!event.defaultPrevented && title !== '') this._onTitle(title)
  }

  private pageEvents(): PageEvents {
    return {
      onMessage: (session, contextId, text) => this.receive(this.frames.frameOfContext(session, contextId), text),
      onConsole: (level, message, url, lineNumber) => {
        const sourceId = this.services.schemes.toApp(url)
        const details = { message, level, lineNumber, sourceId, frame: this.frames.mainFrame ?? null }
        this.emit('console-message', createEvent(details))
      },
      onCrash: () => {
        this.crashed = true
        this.emit('render-process-gone', createEvent(), { reason: 'crashed', exitCode: 1 })
        this.services.app.emit('render-process-gone', createEvent(), this, { reason: 'crashed', exitCode: 1 })
      },
      onDialog: (dialog) => void this.answerDialog(dialog),
    }
  }

  private async answerDialog(dialog: Protocol.Page.JavascriptDialogOpeningEvent): Promise<void> {
    if (dialog.type === 'beforeunload') {
      const event = createEvent()
      this.emit('will-prevent-unload', event)
      await this.command('Page.handleJavaScriptDialog', { accept: event.defaultPrevented })
      if (event.defaultPrevented || !this.isClosing) return
      this.isClosing = false
      clearTimeout(this.closeTimer)
      this._onCloseCancelled()
      return
    }
    const { accept, text } = await this.services.pageDialogs.ask(dialog.type, dialog.message)
    await this.command('Page.handleJavaScriptDialog', {
      accept,
      ...(text === undefined ? {} : { promptText: text }),
    })
  }

  private receive(frame: WebFrameMain | null, text: string): void {
    const message = parseFromPage(text)
    if (message === undefined) {
      console.error('Chromium host: a page sent a malformed message')
      return
    }
    switch (message[0]) {
      case 'invoke':
        void dispatchInvoke(this, frame, this.services.ipcMain, message).then((answer) => {
          if (frame !== null) this.deliver(frame, answer)
        })
        break
      case 'send':
        dispatchSend(this, frame, this.services.ipcMain, message)
        break
      case 'preload-error': {
        const error = Object.assign(new Error(message[1]), { stack: message[2] })
        this.emit('preload-error', createEvent(), String(this.options.webPreferences.preload), error)
        break
      }
      case 'permission':
        void this.answerPermission(frame, message[1], message[2], message[3])
        break
      default:
        message satisfies never
    }
  }

  private async answerPermission(
    frame: WebFrameMain | null,
    id: number,
    permission: string,
    details: string,
  ): Promise<void> {
    if (frame === null) return
    const parsed: unknown = JSON.parse(details)
    const extra = typeof parsed === 'object' && parsed !== null ? parsed : {}
    const granted = await this.services.permissions.request(this, permission, frame.url, extra)
    this.deliver(frame, ['permission', id, granted])
  }

  /** Dropped when the document has no preload world (yet, or any more), as Electron does. */
  private deliver(frame: WebFrameMain, message: ToPage): void {
    const context = frame._preloadContext
    if (context === undefined || this.destroyed) return
    frame._node.session
      .send('Runtime.callFunctionOn', {
        functionDeclaration: deliver,
        uniqueContextId: context,
        arguments: [{ value: JSON.stringify(message) }],
        silent: true,
      })
      .catch(() => undefined)
  }

  private async evaluate(frame: WebFrameMain, code: string, userGesture: boolean): Promise<unknown> {
    const { result, exceptionDetails: failure } = await frame._node.session.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
      ...(frame._mainContext === undefined ? {} : { uniqueContextId: frame._mainContext }),
    })
    if (failure === undefined) return result.value as unknown
    throw new Error(failure.exception?.description?.split('\n')[0] ?? failure.text)
  }

  private async applyZoom(width = this.options.width, height = this.options.height): Promise<void> {
    if (this.zoom === 1) await this.command('Emulation.clearDeviceMetricsOverride', undefined)
    else {
      await this.command('Emulation.setDeviceMetricsOverride', {
        width: Math.round(width / this.zoom),
        height: Math.round(height / this.zoom),
        deviceScaleFactor: this.zoom,
        mobile: false,
      })
    }
  }

  private popup(popup: PopupTarget): void {
    const opened = this.windowOpens.shift()
    const decision = decideWindowOpen(this.openHandler, this.services.schemes, this.getURL(), opened)
    if (decision.action === 'allow') {
      this.services.adoptPopup(popup, decision.overrideBrowserWindowOptions ?? {}, this)
      return
    }
    // Resumed, or the page that opened it would hang with it; stopped at the network, or its request would leave.
    popup.session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }).catch(() => undefined)
    popup.session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined)
    void this.services.driver.then((driver) => driver.closePage(popup.targetId)).catch(() => undefined)
  }

  private async closeTarget(): Promise<void> {
    const { targetId } = this
    if (targetId !== undefined) await (await this.services.driver).closePage(targetId)
  }
}
