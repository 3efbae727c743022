import type { Logger } from '../logging/logger.ts'
import type { Clock } from '../time/clock.ts'

interface Step {
  readonly name: string
  readonly end: () => Promise<void> | void
}

/**
 * What was started is ended in reverse order, within a time limit (RES-15). A step that fails or hangs is logged and
 * does not keep the others from running; the program ends either way.
 */
export class OrderlyEnd {
  readonly #steps: Step[] = []
  readonly #clock: Clock
  readonly #log: Logger
  #running: Promise<void> | null = null

  constructor(clock: Clock, log: Logger) {
    this.#clock = clock
    this.#log = log
  }

  get hasBegun(): boolean {
    return this.#running !== null
  }

  /** Registers the end of something that has just been started; it ends at once when the end has already begun. */
  add(name: string, end: () => Promise<void> | void): void {
    if (this.hasBegun) void this.#endStep({ name, end })
    else this.#steps.push({ name, end })
  }

  /** Ends everything, at most once however often it is asked. Resolves when all is done or `limitMs` have passed. */
  run(limitMs: number): Promise<void> {
    this.#running ??= this.#runOnce(limitMs)
    return this.#running
  }

  async #runOnce(limitMs: number): Promise<void> {
    let cancel = (): void => undefined
    const tooLate = new Promise<'late'>((resolve) => {
      cancel = this.#clock.after(limitMs, () => resolve('late'))
    })
    const ended: string[] = []
    const outcome = await Promise.race([this.#endAll(ended), tooLate])
    cancel()
    if (outcome === 'late') this.#log.error('the end took too long and was cut short', { limitMs, ended })
    else this.#log.info('ended', { ended })
  }

  async #endAll(ended: string[]): Promise<'done'> {
    for (const step of this.#steps.toReversed()) {
      await this.#endStep(step)
      ended.push(step.name)
    }
    return 'done'
  }

  async #endStep({ name, end }: Step): Promise<void> {
    try {
      await end()
    } catch (error) {
      this.#log.error('could not be ended', { name, error })
    }
  }
}
