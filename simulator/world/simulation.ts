import { advanceWorld, createWorld, settle } from './advance.ts'
import type { Clock } from './clock.ts'
import type { World, WorldOptions } from './world.ts'

/** A timer longer than this is set again; setTimeout cannot take more than 2^31 ms. */
const LONGEST_TIMER_MS = 3_600_000

/** Joins a world to a clock: the only place where the world's agenda becomes a timer. */
export class Simulation {
  readonly #options: Omit<WorldOptions, 'startMs'>
  readonly #clock: Clock
  #world: World
  #cancelTimer: (() => void) | null = null
  #isDisposed = false

  constructor(options: Omit<WorldOptions, 'startMs'>, clock: Clock) {
    this.#options = options
    this.#clock = clock
    this.#world = this.#create()
    this.#arm()
  }

  /** The present world; another one after a reset. */
  get world(): World {
    return this.#world
  }

  /** Runs a command at the present moment of the clock and lets its consequences take place. */
  run<T>(command: (world: World) => T): T {
    advanceWorld(this.#world, this.#clock.now())
    const result = command(this.#world)
    settle(this.#world)
    this.#arm()
    return result
  }

  /** Begins the world again from its seed. Polls that wait are answered: their sessions are gone. */
  reset(): void {
    const old = this.#world
    this.#world = this.#create()
    this.#arm()
    for (const session of old.sessions.values()) {
      session.isEnded = true
      session.mailbox.clear()
      session.mailbox.wake()
    }
  }

  dispose(): void {
    this.#isDisposed = true
    this.#cancelTimer?.()
    this.#cancelTimer = null
  }

  #create(): World {
    return createWorld({ ...this.#options, startMs: this.#clock.now() })
  }

  #arm(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = null
    const dueMs = this.#world.agenda.nextDueMs()
    if (dueMs === undefined || this.#isDisposed) return
    const delayMs = Math.min(LONGEST_TIMER_MS, Math.max(0, dueMs - this.#clock.now()))
    this.#cancelTimer = this.#clock.setTimeout(() => this.run(() => undefined), delayMs)
  }
}
