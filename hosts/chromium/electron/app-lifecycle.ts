import type { EventEmitter } from 'node:events'
import { createEvent } from './event.ts'
import type { WindowRegistry } from './window-registry.ts'

/**
 * The order in which an app ends, Electron's `Browser`:
 * `before-quit` → every window's `close` … `closed` → `will-quit` → `quit` → the process ends.
 * A listener that prevents `before-quit`, a `close` or `will-quit` calls the whole thing off; the app may quit later.
 */
export class AppLifecycle {
  readonly #app: EventEmitter
  readonly #windows: WindowRegistry
  readonly #end: (exitCode: number) => void
  #isQuitting = false
  #isExiting = false
  #isShutDown = false
  #exitCode = 0

  constructor(app: EventEmitter, windows: WindowRegistry, end: (exitCode: number) => void) {
    this.#app = app
    this.#windows = windows
    this.#end = end
    windows.watcher = {
      onAllClosed: () => this.#allClosed(),
      onCloseCancelled: () => {
        this.#isQuitting = false
      },
    }
  }

  /** True from `quit` on. */
  get hasEnded(): boolean {
    return this.#isShutDown
  }

  quit(): void {
    if (this.#isQuitting || this.#isShutDown) return
    const event = createEvent()
    this.#app.emit('before-quit', event)
    if (event.defaultPrevented || this.hasEnded) return
    this.#isQuitting = true
    const windows = this.#windows.all()
    if (windows.length === 0) this.#notifyAndShutDown()
    else for (const window of windows) window.close()
  }

  /** Ends without asking anyone: no `before-quit`, no `will-quit`. */
  exit(exitCode: number): void {
    if (this.#isShutDown) return
    this.#exitCode = exitCode
    this.#isExiting = true
    const windows = this.#windows.all()
    for (const window of windows) window.destroy()
    if (windows.length === 0) this.#shutDown()
  }

  #allClosed(): void {
    if (this.#isExiting) this.#shutDown()
    else if (this.#isQuitting) this.#notifyAndShutDown()
    else if (this.#app.listenerCount('window-all-closed') > 0) this.#app.emit('window-all-closed')
    else this.quit()
  }

  #notifyAndShutDown(): void {
    const event = createEvent()
    this.#app.emit('will-quit', event)
    if (event.defaultPrevented) this.#isQuitting = false
    else this.#shutDown()
  }

  #shutDown(): void {
    if (this.#isShutDown) return
    this.#isShutDown = true
    this.#app.emit('quit', createEvent(), this.#exitCode)
    this.#end(this.#exitCode)
  }
}
