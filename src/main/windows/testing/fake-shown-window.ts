import type { ShownWindow } from '../window-visibility.ts'

/** A window for specs: visible until told otherwise. */
export class FakeShownWindow implements ShownWindow {
  isGone = false
  minimized = false
  focusCount = 0
  #visible = true

  isDestroyed(): boolean {
    return this.isGone
  }
  isVisible(): boolean {
    return this.#visible
  }
  isMinimized(): boolean {
    return this.minimized
  }
  restore(): void {
    this.minimized = false
  }
  show(): void {
    this.#visible = true
  }
  hide(): void {
    this.#visible = false
  }
  focus(): void {
    this.focusCount += 1
  }
}
