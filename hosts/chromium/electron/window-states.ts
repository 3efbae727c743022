import type { Rectangle } from 'electron'
import { WindowTraits } from './window-traits.ts'

/** What Chromium calls the states of a window. */
export type ChromiumWindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen'

/** Minimised, maximised, full screen: kept here, and told to a Chromium that has windows. */
export abstract class WindowStates extends WindowTraits {
  #filling: 'maximized' | 'fullscreen' | undefined
  #minimized = false

  protected abstract tellState(state: ChromiumWindowState): void
  /** The display the window is on. */
  protected abstract display(): { readonly bounds: Rectangle; readonly workArea: Rectangle }
  abstract showInactive(): void
  abstract blur(): void

  minimize(): void {
    if (this.#minimized) return
    this.#minimized = true
    this.tellState('minimized')
    this.blur()
    this.emit('minimize')
  }

  restore(): void {
    if (!this.#minimized) return
    this.#minimized = false
    this.tellState(this.#filling ?? 'normal')
    this.emit('restore')
  }

  isMinimized(): boolean {
    return this.#minimized
  }

  /** Shows the window too, without giving it the focus. */
  maximize(): void {
    this.showInactive()
    if (this.#filling === 'maximized') return
    this.setFullScreen(false)
    this.#setFilling('maximized')
    this.emit('maximize')
  }

  unmaximize(): void {
    if (this.#filling !== 'maximized') return
    this.#setFilling(undefined)
    this.emit('unmaximize')
  }

  isMaximized(): boolean {
    return this.#filling === 'maximized' && !this.#minimized
  }

  setFullScreen(flag: boolean): void {
    if (flag === (this.#filling === 'fullscreen')) return
    if (flag && !this.isFullScreenable()) return
    if (flag) this.unmaximize()
    this.#setFilling(flag ? 'fullscreen' : undefined)
    this.emit(flag ? 'enter-full-screen' : 'leave-full-screen')
  }

  isFullScreen(): boolean {
    return this.#filling === 'fullscreen'
  }

  isNormal(): boolean {
    return this.#filling === undefined && !this.#minimized
  }

  protected override leaveFilled(): void {
    this.unmaximize()
    this.setFullScreen(false)
  }

  #setFilling(filling: 'maximized' | 'fullscreen' | undefined): void {
    const { bounds, workArea } = this.display()
    this.#filling = filling
    this.tellState(filling ?? 'normal')
    this.fill(filling === undefined ? undefined : filling === 'maximized' ? workArea : bounds)
  }
}
