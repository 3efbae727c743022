import type { Cancel, Clock } from '../../src/main/time/clock.ts'

interface Timer {
  dueMs: number
  readonly number: number
  readonly isClient: boolean
  readonly run: () => void
  isCancelled: boolean
}

/** More turns than any honest work takes; a loop that asks for one turn after another would never let time pass. */
const mostTurns = 10_000

/**
 * Lets everything happen that can happen without time passing: promise chains to their end, and what waits for the next
 * turn of the event loop. Cheaper than a fixed number of turns, and exact.
 */
export async function drain(): Promise<void> {
  for (let turn = 0; turn < mostTurns; turn += 1) {
    // From within a microtask, a tick runs when no microtask is left.
    await new Promise<void>((resolve) => process.nextTick(resolve))
    if (!process.getActiveResourcesInfo().includes('Immediate')) return
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
  throw new Error('something asks for one turn of the event loop after another')
}

const isBefore = (a: Timer, b: Timer): boolean =>
  a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.number < b.number)

/**
 * A clock that moves only when it is told to, for a server and its client in one process, made for many short runs. The
 * client's timers are kept apart (`client`), so that the client can be frozen while the server lives on. Timers of the same
 * moment run in the order in which they were set.
 */
export class VirtualClock implements Clock {
  #nowMs: number
  #lastNumber = 0
  /** A binary heap, earliest first; cancelled timers stay in it until they are due. */
  readonly #heap: Timer[] = []
  /** Timers of the frozen client that are due. */
  #held: Timer[] = []
  #isFrozen = false
  /** The client's clock: the same time, and timers that stand still while it is frozen. */
  readonly client: Clock

  constructor(startMs = 1_700_000_000_000) {
    this.#nowMs = startMs
    this.client = {
      now: () => this.#nowMs,
      after: (delayMs, run) => this.#set(delayMs, run, true),
    }
  }

  now(): number {
    return this.#nowMs
  }

  after(delayMs: number, run: () => void): Cancel {
    return this.#set(delayMs, run, false)
  }

  get isFrozen(): boolean {
    return this.#isFrozen
  }

  /** The client stands still, as a process that is stopped or a machine that sleeps: nothing of it runs. */
  freeze(): void {
    this.#isFrozen = true
  }

  /** The client goes on: what fell due meanwhile runs with the next `advance`, in its order, and late. */
  thaw(): void {
    this.#isFrozen = false
    const held = this.#held
    this.#held = []
    for (const timer of held) this.#push(timer)
  }

  /** Moves time on by `ms`, running each due timer at its own moment and draining its consequences before the next. */
  async advance(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms
    await drain()
    for (;;) {
      const next = this.#heap[0]
      if (next === undefined || next.dueMs > endMs) break
      this.#pop()
      if (next.isCancelled) continue
      if (next.isClient && this.#isFrozen) {
        this.#held.push(next)
        continue
      }
      this.#nowMs = Math.max(this.#nowMs, next.dueMs)
      next.run()
      await drain()
    }
    this.#nowMs = endMs
  }

  #set(delayMs: number, run: () => void, isClient: boolean): Cancel {
    this.#lastNumber += 1
    const dueMs = this.#nowMs + Math.max(0, delayMs)
    const timer: Timer = { dueMs, number: this.#lastNumber, isClient, run, isCancelled: false }
    this.#push(timer)
    return () => {
      timer.isCancelled = true
    }
  }

  #push(timer: Timer): void {
    const heap = this.#heap
    let index = heap.push(timer) - 1
    while (index > 0) {
      const above = (index - 1) >>> 1
      const parent = heap[above]
      if (parent === undefined || !isBefore(timer, parent)) break
      heap[index] = parent
      index = above
    }
    heap[index] = timer
  }

  /** Removes the earliest. */
  #pop(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return
    let index = 0
    for (;;) {
      const left = 2 * index + 1
      const leftTimer = heap[left]
      if (leftTimer === undefined) break
      const rightTimer = heap[left + 1]
      const isRight = rightTimer !== undefined && isBefore(rightTimer, leftTimer)
      const child = isRight ? rightTimer : leftTimer
      if (!isBefore(child, last)) break
      heap[index] = child
      index = isRight ? left + 1 : left
    }
    heap[index] = last
  }
}
