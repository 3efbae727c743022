import type { Clock } from '../../src/main/time/clock.ts'

/** The app ends within five seconds by itself; what is left of it after this is ended hard. */
const limitMs = 6_000

/** The part of a child process that is needed. */
export interface StartedApp {
  readonly connected: boolean
  disconnect(): void
  kill(signal: NodeJS.Signals): boolean
}

/**
 * Asks the app to end in order, signing the agent out. Windows knows no signals: there `kill` would end it on the spot.
 * Closing the channel that it was started with says the same on every system, and is all that is said on Windows.
 */
export function endApp(
  app: StartedApp,
  signal: NodeJS.Signals,
  platform: NodeJS.Platform,
  clock: Clock,
): void {
  if (platform !== 'win32') {
    app.kill(signal)
    return
  }
  if (!app.connected) return
  app.disconnect()
  // Harmless when it has ended: a child that is gone is not killed again.
  clock.after(limitMs, () => app.kill('SIGKILL'))
}
