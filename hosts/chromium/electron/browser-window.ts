import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import type { PopupTarget } from '../browser/browser-driver.ts'
import { createEvent } from './event.ts'
import type { NativeImage } from './native-image.ts'
import { retire } from './retire.ts'
import { WebContents } from './web-contents.ts'
import { WindowBounds } from './window-bounds.ts'
import type { WindowRegistry } from './window-registry.ts'
import type { WindowServices } from './window-services.ts'

type WindowState = 'normal' | 'minimized' | 'maximized'

let lastId = 0
const defaultSize = { width: 800, height: 600 }

/** Electron's `BrowserWindow`. Its state is kept here; Chromium is told what it can follow. */
export class BaseHostWindow extends WindowBounds {
  readonly id = ++lastId
  readonly webContents: WebContents
  private readonly registry: WindowRegistry
  private readonly services: WindowServices
  private title: string
  private state: WindowState = 'normal'
  private isShown: boolean
  private hasFocus = false
  private onTop: boolean
  private destroyed = false
  /** For the control port: what the taskbar would show. */
  readonly _taskbar = { progress: -1, flashing: false, overlay: '', isSkipped: false }

  constructor(
    registry: WindowRegistry,
    services: WindowServices,
    options: BrowserWindowConstructorOptions = {},
    adopt?: PopupTarget,
  ) {
    const { width = defaultSize.width, height = defaultSize.height } = options
    super({ x: options.x ?? 0, y: options.y ?? 0, width, height }, [
      options.minWidth ?? 0,
      options.minHeight ?? 0,
    ])
    this.registry = registry
    this.services = services
    this.title = options.title ?? 'Electron'
    this.isShown = options.show !== false
    this.onTop = options.alwaysOnTop === true
    this._taskbar.isSkipped = options.skipTaskbar === true
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
    this.followContents()
    registry.add(this)
    services.app.emit('web-contents-created', createEvent(), this.webContents)
    services.app.emit('browser-window-created', createEvent(), this)
    if (this.isShown) this.focus()
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
    this.reveal()
    this.focus()
  }

  showInactive(): void {
    this.reveal()
  }

  hide(): void {
    if (!this.isShown) return
    this.isShown = false
    this.blur()
    this.tellState('minimized')
    this.emit('hide')
  }

  isVisible(): boolean {
    return this.isShown && !this.destroyed
  }

  focus(): void {
    if (!this.isShown) return
    if (!this.services.headless) this.webContents.focus()
    this.registry.focus(this)
  }

  blur(): void {
    this.registry.blur(this)
  }

  isFocused(): boolean {
    return this.hasFocus
  }

  minimize(): void {
    if (this.state === 'minimized') return
    this.state = 'minimized'
    this.tellState('minimized')
    this.blur()
    this.emit('minimize')
  }

  restore(): void {
    if (this.state !== 'minimized') return
    this.state = 'normal'
    this.tellState('normal')
    this.emit('restore')
  }

  isMinimized(): boolean {
    return this.state === 'minimized'
  }

  maximize(): void {
    if (this.state === 'maximized') return
    this.state = 'maximized'
    this.reveal()
    this.tellState('maximized')
    this.emit('maximize')
  }

  unmaximize(): void {
    if (this.state !== 'maximized') return
    this.state = 'normal'
    this.tellState('normal')
    this.emit('unmaximize')
  }

  isMaximized(): boolean {
    return this.state === 'maximized'
  }

  isFullScreen(): boolean {
    return false
  }

  setTitle(title: string): void {
    this.title = title
  }

  getTitle(): string {
    return this.title
  }

  setAlwaysOnTop(flag: boolean): void {
    if (this.onTop === flag) return
    this.onTop = flag
    this.emit('always-on-top-changed', createEvent(), flag)
  }

  isAlwaysOnTop(): boolean {
    return this.onTop
  }

  setSkipTaskbar(skip: boolean): void {
    this._taskbar.isSkipped = skip
  }

  setProgressBar(progress: number): void {
    this._taskbar.progress = progress
  }

  flashFrame(flag: boolean): void {
    this._taskbar.flashing = flag
  }

  setOverlayIcon(_overlay: NativeImage | null, description: string): void {
    this._taskbar.overlay = description
  }

  /** A Chromium window has no menu bar to remove. */
  removeMenu(): void {
    // Already so.
  }

  setMenu(_menu: unknown): void {
    // See removeMenu.
  }

  /** A Chromium window has no menu bar to hide. */
  setMenuBarVisibility(_visible: boolean): void {
    // Already so.
  }

  isMenuBarVisible(): boolean {
    return false
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
    if (this.destroyed) return
    const event = createEvent()
    this.emit('close', event)
    if (this._isDestroyed()) return
    if (event.defaultPrevented) this.registry.closeCancelled()
    else this.webContents._requestClose(true)
  }

  destroy(): void {
    if (this.destroyed) return
    this.webContents._requestClose(false)
    this.finish()
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  /** For the registry only. */
  _setFocus(hasFocus: boolean): void {
    if (this.hasFocus === hasFocus) return
    this.hasFocus = hasFocus
    this.webContents._setFocused(hasFocus)
    if (hasFocus) this._taskbar.flashing = false
    this.emit(hasFocus ? 'focus' : 'blur', createEvent())
  }

  // A listener of `close` may have destroyed the window: the compiler must not assume otherwise.
  private _isDestroyed(): boolean {
    return this.destroyed
  }

  private reveal(): void {
    if (this.state === 'minimized') this.restore()
    if (this.isShown) return
    this.isShown = true
    this.tellState('normal')
    this.emit('show')
  }

  protected override applySize(width: number, height: number): void {
    void this.webContents._setSize(width, height)
  }

  protected override centered(bounds: Rectangle): { x: number; y: number } {
    return this.registry.centered(bounds)
  }

  private tellState(windowState: WindowState): void {
    if (!this.services.headless) void this.webContents._setWindowState(windowState)
  }

  private followContents(): void {
    this.webContents._watch({
      onGone: () => this.finish(),
      onUnresponsive: () => void this.emit('unresponsive', createEvent()),
      onCloseCancelled: () => this.registry.closeCancelled(),
      onFirstPaint: () => {
        if (!this.isShown) this.emit('ready-to-show', createEvent())
      },
      onTitle: (title) => {
        const event = createEvent()
        this.emit('page-title-updated', event, title, true)
        if (!event.defaultPrevented) this.title = title
      },
    })
  }

  private finish(): void {
    if (this.destroyed) return
    this.destroyed = true
    this.registry.blur(this)
    this.emit('closed')
    this.webContents._destroy()
    this.registry.remove(this)
    retire(this, ['isDestroyed', 'destroy', 'finish'])
  }
}
