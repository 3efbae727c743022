import type { EventEmitter } from 'node:events'
import type { Rectangle } from 'electron'
import type { BaseHostWindow } from './browser-window.ts'
import { createEvent } from './event.ts'

/** What the app's life cycle wants to know of the windows. */
export interface WindowWatcher {
  readonly onAllClosed: () => void
  readonly onCloseCancelled: () => void
}

/** All windows that are not closed, and which of them has the focus. */
export class WindowRegistry {
  private readonly windows = new Set<BaseHostWindow>()
  private readonly app: EventEmitter
  private readonly workArea: Rectangle
  private focused: BaseHostWindow | undefined
  watcher: WindowWatcher | undefined

  constructor(app: EventEmitter, workArea: Rectangle) {
    this.app = app
    this.workArea = workArea
  }

  all(): BaseHostWindow[] {
    return [...this.windows]
  }

  get focusedWindow(): BaseHostWindow | null {
    return this.focused ?? null
  }

  add(window: BaseHostWindow): void {
    this.windows.add(window)
  }

  /** A window is gone; the last one ends a life-cycle phase. */
  remove(window: BaseHostWindow): void {
    if (!this.windows.delete(window)) return
    if (this.windows.size === 0) this.watcher?.onAllClosed()
  }

  closeCancelled(): void {
    this.watcher?.onCloseCancelled()
  }

  focus(window: BaseHostWindow): void {
    if (this.focused === window) return
    if (this.focused !== undefined) this.blur(this.focused)
    this.focused = window
    window._setFocus(true)
    this.app.emit('browser-window-focus', createEvent(), window)
  }

  blur(window: BaseHostWindow): void {
    if (this.focused !== window) return
    this.focused = undefined
    window._setFocus(false)
    this.app.emit('browser-window-blur', createEvent(), window)
  }

  centered({ width, height }: Rectangle): { x: number; y: number } {
    const { x, y, width: outer, height: high } = this.workArea
    return { x: x + Math.round((outer - width) / 2), y: y + Math.round((high - height) / 2) }
  }
}
