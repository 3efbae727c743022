import type { Cancel, Clock } from '../clock.ts'

interface Timer {
  readonly due: number
  readonly run: () => void
}

/** Lets everything that is ready to run do so: promise chains and I/O callbacks that hang on one another. */
export async function settle(turns = 20): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** A clock that moves only when it is told to; for specs. */
export class ManualClock implements Clock {
  #now: number
  #timers: Timer[] = []

  constructor(startAt = 1_700_000_000_000) {
    this.#now = startAt
  }

  now(): number {
    return this.#now
  }

  after(delayMs: number, run: () => void): Cancel {
    const timer: Timer = { due: this.#now + Math.max(0, delayMs), run }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  get pendingTimers(): number {
    return this.#timers.length
  }

  /** Moves time on, running each due timer at its own moment and letting its consequences happen before the next. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms
    await settle()
    for (;;) {
      const next = this.#timers.filter((timer) => timer.due <= end).sort((a, b) => a.due - b.due)[0]
      if (next === undefined) break
      this.#timers = this.#timers.filter((timer) => timer !== next)
      this.#now = next.due
      next.run()
      await settle()
    }
    this.#now = end
    await settle()
  }
}
