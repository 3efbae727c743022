import type { Cancel, Clock } from '../time/clock.ts'
import { retryPauseMs } from './retry-pause.ts'

/** Tries something again a few times, ever more rarely, and then no more. */
export class Retrying {
  #tries = 0
  #cancel: Cancel = () => undefined
  readonly #clock: Clock
  readonly #random: () => number
  readonly #mostTries: number

  constructor(deps: { clock: Clock; random: () => number; mostTries: number }) {
    this.#clock = deps.clock
    this.#random = deps.random
    this.#mostTries = deps.mostTries
  }

  /** Runs `again` after a pause, in place of what was planned before. False = it was tried often enough. */
  plan(again: () => void): boolean {
    this.pause()
    if (this.#tries >= this.#mostTries) return false
    this.#tries += 1
    this.#cancel = this.#clock.after(retryPauseMs(this.#tries, this.#random), again)
    return true
  }

  /** Nothing is planned any more; the tries made so far count. */
  pause(): void {
    this.#cancel()
  }

  /** It worked, was given up, or is about something new: the next failure is the first. */
  startAnew(): void {
    this.pause()
    this.#tries = 0
  }
}
