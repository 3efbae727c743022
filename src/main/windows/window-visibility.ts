import type { QuitIntent } from './quit-intent.ts'

/** The part of Electron's `BrowserWindow` that is shown and hidden. */
export interface ShownWindow {
  isDestroyed(): boolean
  isVisible(): boolean
  isMinimized(): boolean
  restore(): void
  show(): void
  hide(): void
  focus(): void
}

export interface VisibilityOptions<W extends ShownWindow> {
  /** Open windows, the oldest first. */
  readonly windows: () => readonly W[]
  readonly openWindow: () => void
  readonly intent: QuitIntent
  /** Whether a hidden window could be found again. */
  readonly hasTray: () => boolean
  /** Tells that the program goes on without a window; asked once a run. */
  readonly explainHidden: () => void
}

/** Decides when windows are shown, hidden or really closed. */
export class WindowVisibility<W extends ShownWindow> {
  readonly #options: VisibilityOptions<W>
  #isExplained = false
  /** Allowed to close; Electron goes on listing them until they are gone. */
  readonly #closing = new WeakSet<W>()

  constructor(options: VisibilityOptions<W>) {
    this.#options = options
  }

  /** Brings the oldest window to the front, opening one if there is none: tray, second start, dock. */
  reveal(): void {
    const window = this.#options.windows().find((one) => this.#stays(one))
    if (window === undefined) {
      this.#options.openWindow()
      return
    }
    if (window.isMinimized()) window.restore()
    if (!window.isVisible()) window.show()
    window.focus()
  }

  /**
   * Answers a window's wish to close; true = it was hidden instead. Only the last window is hidden: the session goes on
   * without a window, and the tray brings it back. Without a tray it closes, and the program ends with it.
   */
  hideInsteadOfClosing(window: W): boolean {
    const { windows, intent, hasTray, explainHidden } = this.#options
    if (intent.isQuitting || !hasTray()) return false
    if (windows().some((other) => other !== window && this.#stays(other))) {
      this.#closing.add(window)
      return false
    }
    this.#closing.delete(window)
    window.hide()
    if (!this.#isExplained) {
      this.#isExplained = true
      explainHidden()
    }
    return true
  }

  #stays(window: W): boolean {
    return !window.isDestroyed() && !this.#closing.has(window)
  }
}
