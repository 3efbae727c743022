import type { Cancel, Clock } from '../../src/main/time/clock.ts'

/** Passes everything on and knows how many timers are set and have neither run nor been cancelled. */
export class CountingClock implements Clock {
  readonly #inner: Clock
  #pending = 0

  constructor(inner: Clock) {
    this.#inner = inner
  }

  get pending(): number {
    return this.#pending
  }

  now(): number {
    return this.#inner.now()
  }

  after(delayMs: number, run: () => void): Cancel {
    this.#pending += 1
    let isOver = false
    const finish = (): boolean => {
      if (isOver) return false
      isOver = true
      this.#pending -= 1
      return true
    }
    const cancel = this.#inner.after(delayMs, () => {
      if (finish()) run()
    })
    return () => {
      if (finish()) cancel()
    }
  }
}
