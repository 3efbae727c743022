import type { Clock } from '../time/clock.ts'

/** The part of Electron's `powerMonitor` that is listened to. A locked screen stops nothing. */
export interface PowerSource {
  on(event: 'suspend' | 'resume', listener: () => void): unknown
  removeListener(event: 'suspend' | 'resume', listener: () => void): unknown
}

export interface PowerWatchOptions {
  readonly power: PowerSource
  readonly clock: Pick<Clock, 'now'>
  /** The system is awake again. `since`: when it said that it goes to sleep; null when it did not. */
  readonly resumed: (since: number | null) => void
}

/** Remembers when the system went to sleep until it wakes. */
export class PowerWatch {
  readonly #options: PowerWatchOptions
  #suspendedAt: number | null = null

  constructor(options: PowerWatchOptions) {
    this.#options = options
  }

  /** When the system said that it goes to sleep; null once it said that it is awake, or the sleep was taken as over. */
  get suspendedAt(): number | null {
    return this.#suspendedAt
  }

  start(): void {
    const { power } = this.#options
    power.on('suspend', this.#suspended)
    power.on('resume', this.#resumed)
  }

  /** The sleep was found to be over by other means: `resume` may come later, or not at all. */
  takeAsOver(): void {
    this.#suspendedAt = null
  }

  dispose(): void {
    const { power } = this.#options
    power.removeListener('suspend', this.#suspended)
    power.removeListener('resume', this.#resumed)
  }

  readonly #suspended = (): void => {
    // Some systems say it twice; the first time counts.
    this.#suspendedAt ??= this.#options.clock.now()
  }

  readonly #resumed = (): void => {
    const since = this.#suspendedAt
    this.#suspendedAt = null
    this.#options.resumed(since)
  }
}
