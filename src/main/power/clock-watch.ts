import type { Cancel, Clock } from '../time/clock.ts'

const tickMs = 1_000
/** A busy machine may be a second or two late; nobody is three seconds late who ran all the time. */
const leapMs = 3_000

export interface ClockWatchOptions {
  readonly clock: Clock
  /** The program did not run after `from` (the last tick before), or the clock was set forward; both look alike. */
  readonly leapt: (from: number) => void
}

/**
 * Finds out that time went by without the program: a frozen process, a sleep nobody announced, a clock set forward. A tick
 * every second, while somebody wants it; one that comes three seconds late tells. A clock set back is no gap.
 */
export class ClockWatch {
  readonly #options: ClockWatchOptions
  #lastTickAt: number | null = null
  #cancel: Cancel = () => undefined

  constructor(options: ClockWatchOptions) {
    this.#options = options
  }

  /** When the program was last known to run; null while nobody wants to know. */
  get lastTickAt(): number | null {
    return this.#lastTickAt
  }

  want(isWanted: boolean): void {
    if (isWanted === (this.#lastTickAt !== null)) return
    if (isWanted) this.#tick()
    else this.dispose()
  }

  /**
   * Looks now instead of at the next tick, and counts from now on. Answers the last tick when it lies too far back, so
   * that `leapt` will not be called for it; otherwise null.
   */
  look(): number | null {
    const last = this.#lastTickAt
    if (last === null) return null
    this.#cancel()
    this.#tick()
    return this.#options.clock.now() - last - tickMs >= leapMs ? last : null
  }

  dispose(): void {
    this.#cancel()
    this.#lastTickAt = null
  }

  #tick(): void {
    const { clock, leapt } = this.#options
    this.#lastTickAt = clock.now()
    this.#cancel = clock.after(tickMs, () => {
      const from = this.look()
      if (from !== null) leapt(from)
    })
  }
}
