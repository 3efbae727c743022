import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import type { PopupTarget } from '../browser/browser-driver.ts'
import { createEvent } from './event.ts'
import { retire } from './retire.ts'
import { WebContents } from './web-contents.ts'
import { assertKnownOptions, readBounds } from './window-options.ts'
import type { WindowRegistry } from './window-registry.ts'
import type { WindowServices } from './window-services.ts'
import { WindowStates, type ChromiumWindowState } from './window-states.ts'

let lastId = 0

/** Electron's `BrowserWindow`. Its state is kept here; Chromium is told what it can follow. */
export class BaseHostWindow extends WindowStates {
  readonly id = ++lastId
  readonly webContents: WebContents
  readonly #registry: WindowRegistry
  readonly #services: WindowServices
  #isShown: boolean
  #hasFocus = false
  #destroyed = false

  constructor(
    registry: WindowRegistry,
    services: WindowServices,
    options: BrowserWindowConstructorOptions = {},
    adopt?: PopupTarget,
  ) {
    assertKnownOptions(options)
    const { bounds, limits } = readBounds(options, (size) => registry.centered(size))
    super(options, bounds, limits)
    this.#registry = registry
    this.#services = services
    this.#isShown = options.show !== false
    const { width, height } = this.getBounds()
    this.webContents = new WebContents(services, {
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        ...options.webPreferences,
      },
      width,
      height,
      isHeadedWindow: !services.headless,
      adopt,
    })
    if (options.backgroundColor !== undefined) this.setBackgroundColor(options.backgroundColor)
    this.#followContents()
    registry.add(this)
    services.app.emit('web-contents-created', createEvent(), this.webContents)
    services.app.emit('browser-window-created', createEvent(), this)
    if (options.fullscreen === true) this.setFullScreen(true)
    if (this.#isShown) this.focus()
    else if (!services.headless) this.tellState('minimized')
  }

  loadURL(url: string, options?: object): Promise<void> {
    return this.webContents.loadURL(url, options)
  }

  loadFile(path: string): Promise<void> {
    return this.webContents.loadFile(path)
  }

  reload(): void {
    this.webContents.reload()
  }

  show(): void {
    this.#reveal()
    this.focus()
  }

  override showInactive(): void {
    this.#reveal()
  }

  hide(): void {
    if (!this.#isShown) return
    this.#isShown = false
    this.blur()
    this.tellState('minimized')
    this.emit('hide')
  }

  isVisible(): boolean {
    return this.#isShown && !this.#destroyed
  }

  focus(): void {
    if (!this.#isShown || !this.isFocusable()) return
    if (!this.#services.headless) this.webContents.focus()
    this.#registry.focus(this)
  }

  override blur(): void {
    this.#registry.blur(this)
  }

  /** Above the app's other windows, without the focus. */
  moveTop(): void {
    this.#registry.raise(this)
  }

  isFocused(): boolean {
    return this.#hasFocus
  }

  /** Kept by the page itself: Chromium paints the page's own background. */
  setBackgroundColor(color: string): void {
    void this.webContents._setBackground(color)
  }

  capturePage(rect?: Rectangle): ReturnType<WebContents['capturePage']> {
    return this.webContents.capturePage(rect)
  }

  /** Emits `close`; then the page's `beforeunload` is asked; then the window is gone. */
  close(): void {
    if (this.#destroyed) return
    const event = createEvent()
    this.emit('close', event)
    if (this.#_isDestroyed()) return
    if (event.defaultPrevented) this.#registry.closeCancelled()
    else this.webContents._requestClose(true)
  }

  destroy(): void {
    if (this.#destroyed) return
    this.webContents._requestClose(false)
    this.#finish()
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  /** For the registry only. */
  _setFocus(hasFocus: boolean): void {
    if (this.#hasFocus === hasFocus) return
    this.#hasFocus = hasFocus
    this.webContents._setFocused(hasFocus)
    if (hasFocus) this._taskbar.flashing = false
    this.emit(hasFocus ? 'focus' : 'blur', createEvent())
  }

  // A listener of `close` may have destroyed the window: the compiler must not assume otherwise.
  #_isDestroyed(): boolean {
    return this.#destroyed
  }

  #reveal(): void {
    this.restore()
    if (this.#isShown) return
    this.#isShown = true
    this.tellState('normal')
    this.emit('show')
  }

  protected override applyBounds(bounds: Rectangle): void {
    // A headless window has no place; one that fills the screen is sized by its own desktop.
    if (this.#services.headless) void this.webContents._setSize(bounds.width, bounds.height)
    else if (this.isNormal()) void this.webContents._setSize(bounds.width, bounds.height, bounds)
  }

  protected override centered(bounds: Rectangle): { x: number; y: number } {
    return this.#registry.centered(bounds)
  }

  protected override display(): ReturnType<WindowRegistry['displayOf']> {
    return this.#registry.displayOf(this.getNormalBounds())
  }

  protected override tellState(windowState: ChromiumWindowState): void {
    if (!this.#services.headless) void this.webContents._setWindowState(windowState)
  }

  #followContents(): void {
    this.webContents._watch({
      onGone: () => this.#finish(),
      onUnresponsive: () => void this.emit('unresponsive', createEvent()),
      onCloseCancelled: () => this.#registry.closeCancelled(),
      onFirstPaint: () => {
        if (!this.#isShown) this.emit('ready-to-show', createEvent())
      },
      onTitle: (title) => {
        const event = createEvent()
        this.emit('page-title-updated', event, title, true)
        if (!event.defaultPrevented) this.setTitle(title)
      },
    })
  }

  #finish(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    this.#registry.blur(this)
    this.emit('closed')
    this.webContents._destroy()
    this.#registry.remove(this)
    retire(this, ['isDestroyed', 'destroy', 'finish'])
  }
}
