import type { Clock } from '../time/clock.ts'

/** At most this many queue queries of one agent in any window of two seconds. */
const limit = 5
const windowMs = 2_000
/** Requests do not all take equally long to arrive; with this they keep to the limit at the gateway as well. */
const marginMs = 200

/** Hands out turns for queue queries so that no two-second window holds more than five. Turns come in order of asking. */
export class QueryPacer {
  #sentAt: number[] = []
  #tail: Promise<void> = Promise.resolve()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Resolves when the next query may be sent. */
  turn(): Promise<void> {
    this.#tail = this.#tail.then(() => this.#take())
    return this.#tail
  }

  async #take(): Promise<void> {
    for (;;) {
      const now = this.#clock.now()
      this.#sentAt = this.#sentAt.filter((at) => now - at < windowMs + marginMs)
      const oldest = this.#sentAt[0]
      if (oldest === undefined || this.#sentAt.length < limit) {
        this.#sentAt.push(now)
        return
      }
      await new Promise<void>((resolve) => this.#clock.after(oldest + windowMs + marginMs - now, resolve))
    }
  }
}
