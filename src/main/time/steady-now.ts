/** Wall and monotonic clock drift apart by seconds a day; only more than this is a step, or a sleep. */
const stepMs = 1_000

/** Where time comes from: injected, so that specs can set the one back and let the other stand still. */
export interface TimeSources {
  /** Milliseconds since 1970 as the system has them; somebody may set them back or forward. */
  readonly wall: () => number
  /** Milliseconds since any moment; never goes back, and may stand still while the system sleeps. */
  readonly monotonic: () => number
}

/**
 * Milliseconds since 1970 that never go back. Everything here that asks "how long ago" or "which is newer" compares two of
 * these; with times that go back, pauses would last as long as the step, and old proof would be newer than new.
 *
 * Time goes on with the monotonic clock from the first call. Where the wall clock is ahead by more than a second (the system
 * slept, the clock was set forward) it leaps there, so that a gap is seen as one. Where the wall clock is behind, nothing
 * happens: main's times are ahead of the system's by that step until the wall clock has caught up or the program restarts,
 * and the agent sees moments that are. Lengths between them are right; an age that the window counts from the system's own
 * clock is "now" for as long. A sleep in that time which nobody announces, and which is shorter than the step, is seen only
 * if the monotonic clock goes on in it.
 */
export function createSteadyNow({ wall, monotonic }: TimeSources): () => number {
  let base: { readonly at: number; readonly monotonic: number } | null = null
  return () => {
    const at = wall()
    const elapsed = monotonic()
    const steady = base === null ? at : Math.floor(base.at + elapsed - base.monotonic)
    if (base !== null && at - steady <= stepMs) return steady
    base = { at, monotonic: elapsed }
    return at
  }
}
