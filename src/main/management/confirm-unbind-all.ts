import type { AppError } from '../../shared/app-error.ts'
import { compareTypedName } from '../../shared/domain/typed-name.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { ConfirmedUnbindAll } from './management-api.ts'

export interface UnbindAllQuestion {
  readonly skillId: number
  /** The queue's name as it was shown to the person. */
  readonly queueName: string
  /** What the person typed. */
  readonly typedName: string
}

/**
 * The confirmations that were given and not used yet. The type keeps honest code from making one up; this keeps out what
 * comes through a cast, and a second use of the first "yes".
 */
const given = new WeakSet<ConfirmedUnbindAll>()

/**
 * Turns a typed queue name into the permission to unbind everyone from that queue, once. Refuses with the field
 * `confirmation` unless both names are the same, letter by letter; a queue without a name cannot be confirmed.
 */
export function confirmUnbindAll(question: UnbindAllQuestion): Result<ConfirmedUnbindAll, AppError> {
  const problem = compareTypedName(question.typedName, question.queueName)
  if (problem !== 'same') return err({ code: 'invalid-input', field: 'confirmation', problem })
  const confirmation = Object.freeze({ skillId: question.skillId }) as ConfirmedUnbindAll
  given.add(confirmation)
  return ok(confirmation)
}

/** True once for a confirmation that `confirmUnbindAll` gave for this very queue. */
export function useConfirmation(confirmation: ConfirmedUnbindAll, skillId: number): boolean {
  if (!given.has(confirmation) || confirmation.skillId !== skillId) return false
  return given.delete(confirmation)
}
