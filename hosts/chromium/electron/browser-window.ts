import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import type { PopupTarget } from '../browser/browser-driver.ts'
import { createEvent } from './event.ts'
import type { NativeImage } from './native-image.ts'
import { retire } from './retire.ts'
import { WebContents } from './web-contents.ts'
import type { WindowRegistry } from './window-registry.ts'
import type { WindowServices } from './window-services.ts'

type WindowState = 'normal' | 'minimized' | 'maximized'

let lastId = 0
const defaultSize = { width: 800, height: 600 }

/** Electron's `BrowserWindow`. Its state is kept here; Chromium is told what it can follow. */
export class BaseHostWindow extends EventEmitter {
  readonly id = ++lastId
  readonly webContents: WebContents
  private readonly registry: WindowRegistry
  private readonly services: WindowServices
  private bounds: Rectangle
  private title: string
  private state: WindowState = 'normal'
  private isShown: boolean
  private hasFocus = false
  private onTop: boolean
  private minimumSize: [number, number]
  private destroyed = false
  /** For the control port: what the taskbar would show. */
  readonly _taskbar = { progress: -1, flashing: false, overlay: '', isSkipped: false }

  constructor(
    registry: WindowRegistry,
    services: WindowServices,
    options: BrowserWindowConstructorOptions = {},
    adopt?: PopupTarget,
  ) {
    super()
    this.registry = registry
    this.services = services
    const { x = 0, y = 0, width = defaultSize.width, height = defaultSize.height } = options
    this.bounds = { x, y, width, height }
    this.title = options.title ?? 'Electron'
    this.isShown = options.show !== false
    this.onTop = options.alwaysOnTop === true
    this._taskbar.isSkipped = options.skipTaskbar === true
    this.minimumSize = [options.minWidth ?? 0, options.minHeight ?? 0]
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

  getBounds(): Rectangle {
    return { ...this.bounds }
  }

  getNormalBounds(): Rectangle {
    return { ...this.bounds }
  }

  getContentBounds(): Rectangle {
    return { ...this.bounds }
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.bounds
    const [minWidth, minHeight] = this.minimumSize
    const wanted = { ...before, ...bounds }
    this.bounds = {
      ...wanted,
      width: Math.max(wanted.width, minWidth),
      height: Math.max(wanted.height, minHeight),
    }
    const { x, y, width, height } = this.bounds
    if (width !== before.width || height !== before.height) {
      void this.webContents._setSize(width, height)
      this.emit('resize')
      this.emit('resized')
    }
    if (x !== before.x || y !== before.y) {
      this.emit('move')
      this.emit('moved')
    }
  }

  getSize(): number[] {
    return [this.bounds.width, this.bounds.height]
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  getPosition(): number[] {
    return [this.bounds.x, this.bounds.y]
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }

  center(): void {
    this.setBounds(this.registry.centered(this.bounds))
  }

  setMinimumSize(width: number, height: number): void {
    this.minimumSize = [width, height]
    this.setBounds({})
  }

  getMinimumSize(): number[] {
    return [...this.minimumSize]
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
