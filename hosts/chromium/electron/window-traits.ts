import type { BrowserWindowConstructorOptions } from 'electron'
import { createEvent } from './event.ts'
import { createFromPath, type ImageView, type NativeImage } from './native-image.ts'
import { conversionFailure } from './whole-numbers.ts'
import { WindowBounds, type SizeLimits } from './window-bounds.ts'

const levels = [
  ...['normal', 'floating', 'torn-off-menu', 'modal-panel', 'main-menu'],
  ...['status', 'pop-up-menu', 'screen-saver'],
] as const
type Level = (typeof levels)[number]

/** What the taskbar would show. */
export interface TaskbarView {
  progress: number
  flashing: boolean
  overlay: { readonly description: string; readonly image: ImageView } | null
  isSkipped: boolean
  icon: ImageView | null
}

/**
 * What a person may do with a window, and how the desktop shows it: Chromium has no such switches, so they are kept,
 * obeyed by the control port's actions and shown there.
 */
export abstract class WindowTraits extends WindowBounds {
  #title: string
  #onTop: boolean
  #level: Level = 'normal'
  #opacity: number
  #isEverywhere = false
  readonly #may: Record<
    'resize' | 'move' | 'minimize' | 'maximize' | 'fullScreen' | 'close' | 'focus',
    boolean
  >
  readonly _hasFrame: boolean
  readonly _taskbar: TaskbarView

  constructor(
    options: BrowserWindowConstructorOptions,
    bounds: { x: number; y: number; width: number; height: number },
    limits: SizeLimits,
  ) {
    super(bounds, limits)
    this.#title = options.title ?? 'Electron'
    this.#onTop = options.alwaysOnTop === true
    if (this.#onTop) this.#level = 'floating'
    this.#opacity = options.opacity ?? 1
    this._hasFrame = options.frame !== false
    this.#may = {
      resize: options.resizable !== false,
      move: options.movable !== false,
      minimize: options.minimizable !== false,
      maximize: options.maximizable !== false,
      fullScreen: options.fullscreenable !== false,
      close: options.closable !== false,
      focus: options.focusable !== false,
    }
    this._taskbar = {
      progress: -1,
      flashing: false,
      overlay: null,
      isSkipped: options.skipTaskbar === true,
      icon: null,
    }
    if (options.icon !== undefined) this.setIcon(options.icon as NativeImage | string)
  }

  /** In the taskbar; a file's path or an image. */
  setIcon(icon: NativeImage | string): void {
    this._taskbar.icon = (typeof icon === 'string' ? createFromPath(icon) : icon)._view()
  }

  setTitle(title: string): void {
    this.#title = title
  }

  getTitle(): string {
    return this.#title
  }

  /** Throws for a level Electron does not name: there it would silently be the normal one. */
  setAlwaysOnTop(flag: boolean, level: Level = 'floating', _relativeLevel?: number): void {
    if (!levels.includes(level)) throw conversionFailure(level, 1)
    this.#level = flag ? level : 'normal'
    if (this.#onTop === flag) return
    this.#onTop = flag
    this.emit('always-on-top-changed', createEvent(), flag)
  }

  isAlwaysOnTop(): boolean {
    return this.#onTop
  }

  /** For the control port only. */
  get _level(): Level {
    return this.#level
  }

  setResizable(resizable: boolean): void {
    this.#may.resize = resizable
  }

  isResizable(): boolean {
    return this.#may.resize
  }

  setMovable(movable: boolean): void {
    this.#may.move = movable
  }

  isMovable(): boolean {
    return this.#may.move
  }

  setMinimizable(minimizable: boolean): void {
    this.#may.minimize = minimizable
  }

  isMinimizable(): boolean {
    return this.#may.minimize
  }

  setMaximizable(maximizable: boolean): void {
    this.#may.maximize = maximizable
  }

  isMaximizable(): boolean {
    return this.#may.maximize
  }

  setFullScreenable(fullScreenable: boolean): void {
    this.#may.fullScreen = fullScreenable
  }

  isFullScreenable(): boolean {
    return this.#may.fullScreen
  }

  setClosable(closable: boolean): void {
    this.#may.close = closable
  }

  isClosable(): boolean {
    return this.#may.close
  }

  setFocusable(focusable: boolean): void {
    this.#may.focus = focusable
  }

  isFocusable(): boolean {
    return this.#may.focus
  }

  /** A number outside 0 to 1 is taken as the nearest of the two, as in Electron. */
  setOpacity(opacity: number): void {
    this.#opacity = Math.min(Math.max(opacity, 0), 1)
  }

  getOpacity(): number {
    return this.#opacity
  }

  setVisibleOnAllWorkspaces(visible: boolean, _options?: object): void {
    this.#isEverywhere = visible
  }

  isVisibleOnAllWorkspaces(): boolean {
    return this.#isEverywhere
  }

  setSkipTaskbar(skip: boolean): void {
    this._taskbar.isSkipped = skip
  }

  setProgressBar(progress: number, _options?: object): void {
    this._taskbar.progress = progress
  }

  flashFrame(flag: boolean): void {
    this._taskbar.flashing = flag
  }

  setOverlayIcon(overlay: NativeImage | null, description: string): void {
    this._taskbar.overlay = overlay === null ? null : { description, image: overlay._view() }
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
}
