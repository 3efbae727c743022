import type { Cancel, Clock } from '../time/clock.ts'

/** Repeats a reading while it is wanted: the next one starts a fixed pause after the last one ended. */
export class Poller {
  #isWanted = false
  #isRunning = false
  #cancel: Cancel = () => undefined
  readonly #clock: Clock
  readonly #pauseMs: number
  readonly #read: () => Promise<unknown>

  constructor(clock: Clock, pauseMs: number, read: () => Promise<unknown>) {
    this.#clock = clock
    this.#pauseMs = pauseMs
    this.#read = read
  }

  /** Starts at once when it becomes wanted; stops after the reading under way when it no longer is. */
  want(isWanted: boolean): void {
    if (isWanted === this.#isWanted) return
    this.#isWanted = isWanted
    if (isWanted && !this.#isRunning) void this.#round()
    if (!isWanted) this.#cancel()
  }

  async #round(): Promise<void> {
    this.#cancel()
    this.#isRunning = true
    try {
      await this.#read()
    } finally {
      this.#isRunning = false
    }
    if (this.#isWanted) this.#cancel = this.#clock.after(this.#pauseMs, () => void this.#round())
  }
}
