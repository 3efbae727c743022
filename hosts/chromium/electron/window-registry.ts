import type { EventEmitter } from 'node:events'
import type { Display, Rectangle } from 'electron'
import type { BaseHostWindow } from './browser-window.ts'
import { createEvent } from './event.ts'

/** What the app's life cycle wants to know of the windows. */
export interface WindowWatcher {
  readonly onAllClosed: () => void
  readonly onCloseCancelled: () => void
}

/** All windows that are not closed, and which of them has the focus. */
export class WindowRegistry {
  readonly #windows = new Set<BaseHostWindow>()
  readonly #app: EventEmitter
  readonly #displayAt: (bounds: Rectangle) => Display
  /** From the bottom to the top. */
  readonly #stack: BaseHostWindow[] = []
  #focused: BaseHostWindow | undefined
  watcher: WindowWatcher | undefined

  constructor(app: EventEmitter, displayAt: (bounds: Rectangle) => Display) {
    this.#app = app
    this.#displayAt = displayAt
  }

  all(): BaseHostWindow[] {
    return [...this.#windows]
  }

  get focusedWindow(): BaseHostWindow | null {
    return this.#focused ?? null
  }

  add(window: BaseHostWindow): void {
    this.#windows.add(window)
    this.#stack.push(window)
  }

  /** Puts a window above the others; those that are always on top stay above it. */
  raise(window: BaseHostWindow): void {
    this.#stack.splice(this.#stack.indexOf(window), 1)
    this.#stack.push(window)
  }

  /** From the bottom to the top, as a person would see them. */
  stacked(): BaseHostWindow[] {
    const isOnTop = (window: BaseHostWindow): boolean => window.isAlwaysOnTop()
    return [...this.#stack.filter((window) => !isOnTop(window)), ...this.#stack.filter(isOnTop)]
  }

  /** A window is gone; the last one ends a life-cycle phase. */
  remove(window: BaseHostWindow): void {
    if (!this.#windows.delete(window)) return
    this.#stack.splice(this.#stack.indexOf(window), 1)
    if (this.#windows.size === 0) this.watcher?.onAllClosed()
  }

  closeCancelled(): void {
    this.watcher?.onCloseCancelled()
  }

  focus(window: BaseHostWindow): void {
    if (this.#focused === window) return
    if (this.#focused !== undefined) this.blur(this.#focused)
    this.raise(window)
    this.#focused = window
    window._setFocus(true)
    this.#app.emit('browser-window-focus', createEvent(), window)
  }

  blur(window: BaseHostWindow): void {
    if (this.#focused !== window) return
    this.#focused = undefined
    window._setFocus(false)
    this.#app.emit('browser-window-blur', createEvent(), window)
  }

  /** The display that shows most of a window. */
  displayOf(bounds: Rectangle): Display {
    return this.#displayAt(bounds)
  }

  /** Where a window stands in the middle of its display. */
  centered(bounds: Rectangle): { x: number; y: number } {
    const { x, y, width, height } = this.#displayAt(bounds).workArea
    return { x: x + Math.round((width - bounds.width) / 2), y: y + Math.round((height - bounds.height) / 2) }
  }
}
