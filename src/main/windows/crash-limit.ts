import type { Clock } from '../time/clock.ts'

const withinMs = 60_000
const maxReloads = 3

/**
 * Whether a window whose page has died may be loaded again: three times within a minute, then no more, or a page that
 * dies while loading would keep the machine busy for ever (RES-14).
 */
export class CrashLimit {
  readonly #clock: Pick<Clock, 'now'>
  #reloads: readonly number[] = []

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock
  }

  mayReload(): boolean {
    const now = this.#clock.now()
    this.#reloads = this.#reloads.filter((at) => now - at < withinMs)
    if (this.#reloads.length >= maxReloads) return false
    this.#reloads = [...this.#reloads, now]
    return true
  }
}
