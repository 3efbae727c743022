/** The part of Electron that tells of the end of the system, or of the user's session in it. */
export interface SystemEndSources {
  readonly app: {
    on(event: 'browser-window-created', listener: (event: unknown, window: EndingWindow) => void): unknown
    quit(): void
  }
  /** Electron's `powerMonitor`, on Linux and macOS. Its typings say nothing of the event it hands over. */
  readonly power: { on(event: 'shutdown', listener: (event?: Delayable) => void): unknown }
}

interface EndingWindow {
  /** On Windows only. */
  on(event: 'session-end', listener: () => void): unknown
}

interface Delayable {
  preventDefault(): void
}

/**
 * Quits in good order when the computer shuts down or the user logs off: an agent who stays signed in without a program gets
 * calls until the gateway misses his polls. On Windows Electron tells no `before-quit` then, so a window must say it. To be
 * called before the first window is made.
 */
export function quitWithSystem({ app, power }: SystemEndSources): void {
  power.on('shutdown', (event) => {
    // Asks for the moment that signing out takes.
    event?.preventDefault()
    app.quit()
  })
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', () => app.quit())
  })
}
