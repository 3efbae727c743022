/** Stops a timer; harmless when it has already run. */
export type Cancel = () => void

/** Time as the services see it: injected, so that specs never wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  after(delayMs: number, run: () => void): Cancel
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}
