import type { AppError } from '../../shared/app-error.ts'
import type { AccountLine, AccountResult, QueueBinding } from '../../shared/domain/supervisor.ts'
import type { ManagementError } from '../management/management-api.ts'
import type { Answer, Halt } from './batches.ts'

/** What is known after requests: the answer that each account got, why the rest was not sent, and the list read then. */
export interface Findings {
  readonly answers: ReadonlyMap<string, Answer>
  readonly halt: Halt
  /** Who is bound by now; null when that could not be read. */
  readonly after: ReadonlyMap<string, QueueBinding> | null
}

/** The error as it crosses the bridge, without the client's own mark. */
export function plain({ isOutcomeUnknown: _mark, ...error }: ManagementError): AppError {
  return error
}

const mayBeUnbound: ReadonlySet<AccountResult> = new Set([
  'unbound',
  'accepted',
  'unknown',
  'undo-refused',
  'undo-unknown',
])

/** Whether an undo has something to do: the account is unbound, or may be. */
export function isUndoable({ result }: AccountLine): boolean {
  return mayBeUnbound.has(result)
}

function withResult(line: AccountLine, result: AccountResult, error: AppError | null = null): AccountLine {
  return { ...line, result, error }
}

/** What became of each account that was to be unbound. The list read afterwards is believed more than any answer. */
export function judgeUnbinding(
  lines: readonly AccountLine[],
  { answers, halt, after }: Findings,
): readonly AccountLine[] {
  return lines.map((line) => {
    if (line.result !== 'waiting') return line
    const answer = answers.get(line.account)
    if (answer === undefined) {
      return withResult(line, 'not-sent', halt === null || halt === 'stopped' ? null : plain(halt))
    }
    const isLeft = after?.has(line.account)
    if (isLeft === false) return withResult(line, 'unbound')
    if (answer.ok) return withResult(line, isLeft === undefined ? 'accepted' : 'still-bound')
    return withResult(line, answer.error.isOutcomeUnknown ? 'unknown' : 'refused', plain(answer.error))
  })
}

/**
 * Before an undo: who is bound already is left alone. After an unbinding that was proved, somebody else has bound the
 * account anew, perhaps with other weights; where it was never proved, there is simply nothing to undo.
 */
export function leaveBound(
  lines: readonly AccountLine[],
  now: ReadonlyMap<string, QueueBinding>,
): readonly AccountLine[] {
  return lines.map((line) => {
    const found = now.get(line.account)
    if (found === undefined || !isUndoable(line)) return line
    if (line.result === 'unknown' || line.result === 'accepted') return withResult(line, 'still-bound')
    const isOurs = line.result === 'undo-unknown' && hasWeightsOf(found, line)
    return withResult(line, isOurs ? 'bound-again' : 'bound-elsewhere')
  })
}

/** What became of each account that was to be bound again. */
export function judgeUndo(
  lines: readonly AccountLine[],
  { answers, after }: Findings,
): readonly AccountLine[] {
  return lines.map((line) => {
    const answer = answers.get(line.account)
    if (answer === undefined) return line
    const found = after?.get(line.account)
    if (found !== undefined) {
      return withResult(line, hasWeightsOf(found, line) ? 'bound-again' : 'bound-elsewhere')
    }
    if (answer.ok) return withResult(line, 'undo-unknown')
    return withResult(
      line,
      answer.error.isOutcomeUnknown ? 'undo-unknown' : 'undo-refused',
      plain(answer.error),
    )
  })
}

function hasWeightsOf(found: QueueBinding, line: AccountLine): boolean {
  return found.agentWeight === line.agentWeight && found.skillWeight === line.skillWeight
}
