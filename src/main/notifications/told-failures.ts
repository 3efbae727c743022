import type { AppError } from '../../shared/app-error.ts'

/**
 * Failures that a door has told the agent by itself, so that they are not told twice. A failure is known by its very error
 * object: the notice of the desk holds the one that the command answers with.
 */
export class ToldFailures {
  readonly #underWay = new Set<Promise<unknown>>()
  readonly #told = new WeakSet<AppError>()

  /** A door waits for the answer to a command, and will tell what fails. */
  expect(answer: Promise<unknown>): void {
    this.#underWay.add(answer)
    const forget = (): void => void this.#underWay.delete(answer)
    answer.then(forget, forget)
  }

  tell(error: AppError): void {
    this.#told.add(error)
  }

  /** Answers when no door can still be about to tell it: a notice may be there before the answer to its command. */
  async wasTold(error: AppError): Promise<boolean> {
    await Promise.allSettled(this.#underWay)
    return this.#told.has(error)
  }
}
