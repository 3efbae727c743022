import type { Receiver } from '../ipc/broadcaster.ts'
import type { CommandRouter, RoutedContents } from '../ipc/router.ts'
import type { Watches } from '../ipc/watches.ts'
import type { Logger } from '../logging/logger.ts'
import type { Clock } from '../time/clock.ts'
import { CrashLimit } from './crash-limit.ts'
import type { ShownWindow, WindowVisibility } from './window-visibility.ts'

/** The part of Electron's event for a line in a page's console that is read. */
export interface ConsoleMessage {
  readonly level: string
  readonly message: string
  readonly lineNumber: number
  readonly sourceId: string
}

/** The part of Electron's `webContents` the manager follows. */
export interface ManagedContents extends RoutedContents {
  isDestroyed(): boolean
  reload(): void
  send(channel: string, payload: unknown): void
  on(
    event: 'did-start-navigation',
    listener: (event: { readonly isMainFrame: boolean; readonly isSameDocument: boolean }) => void,
  ): unknown
  on(
    event: 'render-process-gone',
    listener: (event: unknown, details: { readonly reason: string; readonly exitCode: number }) => void,
  ): unknown
  on(event: 'console-message', listener: (message: ConsoleMessage) => void): unknown
  on(event: 'unresponsive' | 'responsive' | 'did-finish-load' | 'destroyed', listener: () => void): unknown
}

/** The part of Electron's `BrowserWindow` the manager needs. */
export interface ManagedWindow extends ShownWindow {
  readonly webContents: ManagedContents
  loadURL(address: string): Promise<void>
  once(event: 'ready-to-show' | 'closed', listener: () => void): unknown
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown
}

export interface WindowManagerOptions<W extends ManagedWindow> {
  readonly createWindow: (isHidden: boolean) => W
  readonly address: string
  readonly router: CommandRouter
  readonly watches: Watches
  readonly clock: Pick<Clock, 'now'>
  readonly log: Logger
  /** False where no window may appear. */
  readonly showsWindows: boolean
  readonly loaded: () => void
  /** The page of a window has died; it may be loaded again. */
  readonly crashed: (reason: string) => void
  readonly visibility: () => WindowVisibility<W>
}

/** Opens windows and keeps them in order: each gets the commands, its own crash limit, and loses its watches in time. */
export class WindowManager<W extends ManagedWindow = ManagedWindow> {
  readonly #options: WindowManagerOptions<W>
  readonly #opened = new Set<W>()

  constructor(options: WindowManagerOptions<W>) {
    this.#options = options
  }

  /** Open windows, the oldest first. */
  get windows(): readonly W[] {
    return [...this.#opened]
  }

  get receivers(): readonly Receiver[] {
    return this.windows.map((window) => ({
      // Electron clears `webContents` of a destroyed window; it is read only while the window is live.
      id: window.isDestroyed() ? -1 : window.webContents.id,
      isLive: () => !window.isDestroyed() && !window.webContents.isDestroyed(),
      send: (channel, payload) => window.webContents.send(channel, payload),
    }))
  }

  find(contentsId: number): W | null {
    return (
      this.windows.find((window) => !window.isDestroyed() && window.webContents.id === contentsId) ?? null
    )
  }

  /**
   * Opens one more window; one that `isHidden` waits in the tray until it is asked for. Rejects when its page cannot be
   * loaded.
   */
  async open(isHidden = false): Promise<W> {
    const window = this.#options.createWindow(isHidden)
    this.#opened.add(window)
    this.#follow(window, isHidden)
    this.#options.router.attach(window.webContents)
    await window.loadURL(this.#options.address)
    return window
  }

  #follow(window: W, isHidden: boolean): void {
    const { watches, visibility, showsWindows, loaded } = this.#options
    const { webContents: contents } = window
    const { id } = contents
    window.once('ready-to-show', () => {
      if (showsWindows && !isHidden) window.show()
    })
    window.on('close', (event) => {
      if (visibility().hideInsteadOfClosing(window)) event.preventDefault()
    })
    window.once('closed', () => {
      this.#opened.delete(window)
      watches.drop(id)
    })
    contents.on('did-finish-load', loaded)
    contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) watches.drop(id)
    })
    this.#recover(contents)
  }

  #recover(contents: ManagedContents): void {
    const { clock, log, watches, crashed } = this.#options
    const limit = new CrashLimit(clock)
    contents.on('render-process-gone', (_event, { reason, exitCode }) => {
      watches.drop(contents.id)
      const reloads = reason !== 'clean-exit' && !contents.isDestroyed() && limit.mayReload()
      log.error('page gone', { reason, exitCode, reloads })
      if (reason !== 'clean-exit') crashed(reason)
      if (reloads) contents.reload()
    })
    contents.on('console-message', ({ level, message, lineNumber, sourceId }) => {
      // The page cannot write the log itself; the logger redacts what it said.
      if (level === 'error')
        log.error('page reported an error', { said: message, source: sourceId, line: lineNumber })
    })
    contents.on('unresponsive', () => log.warn('page does not respond'))
    contents.on('responsive', () => log.info('page responds again'))
  }
}
