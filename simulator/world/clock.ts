/**
 * Time as the simulator sees it. Everything that waits goes through this port, so that the two-minute rule,
 * talk times and wrap-up limits can be tested without waiting.
 */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls back once after `delayMs`; the returned function cancels. */
  setTimeout(callback: () => void, delayMs: number): () => void
}

/** How to move a clock forward; null for one that goes by itself. */
export function advanceOf(clock: Clock): ((ms: number) => void) | null {
  return clock instanceof ManualClock ? (ms) => clock.advance(ms) : null
}

/** The clock of the machine. Its timers keep the process alive, as a server that waits must. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout(callback, delayMs) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}

interface ManualTimer {
  readonly dueMs: number
  readonly callback: () => void
}

/** A clock that only moves when told to. Timers run in the order of their due time, then of their creation. */
export class ManualClock implements Clock {
  #nowMs: number
  readonly #timers = new Set<ManualTimer>()

  constructor(startMs = 1_700_000_000_000) {
    this.#nowMs = startMs
  }

  now(): number {
    return this.#nowMs
  }

  setTimeout(callback: () => void, delayMs: number): () => void {
    const timer: ManualTimer = { dueMs: this.#nowMs + Math.max(0, delayMs), callback }
    this.#timers.add(timer)
    return () => {
      this.#timers.delete(timer)
    }
  }

  /** Moves time forward by `ms`, running every timer that falls due on the way, new ones included. */
  advance(ms: number): void {
    const targetMs = this.#nowMs + ms
    for (;;) {
      const next = this.#earliest()
      if (next === undefined || next.dueMs > targetMs) break
      this.#timers.delete(next)
      this.#nowMs = Math.max(this.#nowMs, next.dueMs)
      next.callback()
    }
    this.#nowMs = targetMs
  }

  /** Number of timers still set; a spec can see whether something forgot to cancel. */
  get pending(): number {
    return this.#timers.size
  }

  #earliest(): ManualTimer | undefined {
    let earliest: ManualTimer | undefined
    for (const timer of this.#timers) {
      if (earliest === undefined || timer.dueMs < earliest.dueMs) earliest = timer
    }
    return earliest
  }
}
