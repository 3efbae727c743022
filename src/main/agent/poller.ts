import type { Cancel, Clock } from '../time/clock.ts'
import type { Outcome } from './desk-service.ts'

/** However often a reading fails, it is tried again at least this often. */
const mostMs = 30_000

/** A reading that a newer one has overtaken did not fail: what it wanted is being read, and there is no cause to slow down. */
export async function unlessOvertaken(reading: Outcome): Promise<{ readonly ok: boolean }> {
  const result = await reading
  return { ok: result.ok || result.error.code === 'superseded' }
}

/**
 * Repeats a reading while it is wanted: the next one starts a pause after the last one ended. After failures the pause
 * grows, and is drawn at random, so that a gateway in trouble is not asked by all desks at once.
 */
export class Poller {
  #isWanted = false
  #isRunning = false
  #failures = 0
  #cancel: Cancel = () => undefined
  readonly #clock: Clock
  readonly #random: () => number
  readonly #pauseMs: number
  readonly #read: () => Promise<{ readonly ok: boolean }>

  constructor(deps: {
    clock: Clock
    random: () => number
    pauseMs: number
    /** Says whether it succeeded. */
    read: () => Promise<{ readonly ok: boolean }>
  }) {
    this.#clock = deps.clock
    this.#random = deps.random
    this.#pauseMs = deps.pauseMs
    this.#read = deps.read
  }

  /** Starts at once when it becomes wanted; stops after the reading under way when it no longer is. */
  want(isWanted: boolean): void {
    if (isWanted === this.#isWanted) return
    this.#isWanted = isWanted
    this.#failures = 0
    if (isWanted && !this.#isRunning) void this.#round()
    if (!isWanted) this.#cancel()
  }

  async #round(): Promise<void> {
    this.#cancel()
    this.#isRunning = true
    try {
      const { ok } = await this.#read()
      this.#failures = ok ? 0 : this.#failures + 1
    } finally {
      this.#isRunning = false
    }
    if (this.#isWanted) this.#cancel = this.#clock.after(this.#nextPauseMs(), () => void this.#round())
  }

  /** The usual pause; after failures anything between it and a growing ceiling. */
  #nextPauseMs(): number {
    if (this.#failures === 0) return this.#pauseMs
    const ceiling = Math.max(
      this.#pauseMs,
      Math.min(mostMs, this.#pauseMs * 2 ** Math.min(this.#failures, 10)),
    )
    return Math.round(this.#pauseMs + this.#random() * (ceiling - this.#pauseMs))
  }
}
