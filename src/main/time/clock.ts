import { createSteadyNow } from './steady-now.ts'

/** Stops a timer; harmless when it has already run. */
export type Cancel = () => void

/** Time as the services see it: injected, so that specs never wait. */
export interface Clock {
  /** Milliseconds since 1970; the system's clock never goes back, even if the time of day does (`steady-now.ts`). */
  now(): number
  after(delayMs: number, run: () => void): Cancel
}

export const systemClock: Clock = {
  // `Date` is looked up at each call: a host may put its own in the place of it.
  now: createSteadyNow({ wall: () => Date.now(), monotonic: () => performance.now() }),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}
