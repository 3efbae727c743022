import type {
  AccountLine,
  AccountResult,
  HeadCount,
  UnbindOutcome,
  UnbindReceipt,
} from '../../shared/domain/supervisor.ts'
import { isUndoable } from './account-lines.ts'

/** One unbinding with every account; what crosses the bridge with each snapshot is made of it. */
export interface UnbindRecord {
  readonly id: string
  readonly skillId: number
  readonly scope: UnbindReceipt['scope']
  readonly at: number
  readonly lines: readonly AccountLine[]
  readonly heads: HeadCount
  /** The newest step, and whether it is under way. */
  readonly step: 'unbinding' | 'undo'
  readonly isRunning: boolean
  /** A stop was asked for; it takes effect before the next request. */
  readonly isStopping: boolean
  readonly wasStopped: boolean
  readonly progress: UnbindReceipt['progress']
  /** Made at another management service than the one connected now: an undo would reach the wrong one. */
  readonly isForeign: boolean
}

const maxExceptions = 10

/** As it was asked for, or simply not sent: nothing a person has to look at account by account. */
const plainResults: ReadonlySet<AccountResult> = new Set([
  'waiting',
  'not-sent',
  'unbound',
  'accepted',
  'bound-again',
])

export type Tally = UnbindReceipt['tally']

export function tallyOf(lines: readonly AccountLine[]): Tally {
  const tally: Partial<Record<AccountResult, number>> = {}
  for (const { result } of lines) tally[result] = (tally[result] ?? 0) + 1
  return tally
}

function outcomeOf(record: UnbindRecord, tally: Tally, open: number): UnbindOutcome {
  const count = (...results: readonly AccountResult[]): number =>
    results.reduce((sum, result) => sum + (tally[result] ?? 0), 0)
  if (record.step === 'undo') {
    if (record.isRunning) return 'undoing'
    if (count('undo-refused', 'undo-unknown') > 0) return 'undo-failed'
    if (open > 0) return record.wasStopped ? 'undo-stopped' : 'undo-failed'
    return count('bound-again') > 0 ? 'undone' : 'nothing-to-undo'
  }
  if (record.isRunning) return 'unbinding'
  const done = count('unbound', 'accepted')
  if (done === record.lines.length - count('not-bound')) return 'unbound'
  if (record.wasStopped) return 'stopped'
  if (done > 0) return 'partly'
  return count('unknown', 'still-bound') > 0 ? 'unknown' : 'refused'
}

/** The unbinding in figures. */
export function summarize(record: UnbindRecord): UnbindReceipt {
  const { id, skillId, scope, at, lines, heads, progress } = record
  const tally = tallyOf(lines)
  const open = lines.filter(isUndoable).length
  return {
    id,
    skillId,
    scope,
    at,
    outcome: outcomeOf(record, tally, open),
    isStopping: record.isRunning && record.isStopping,
    count: lines.length,
    progress,
    tally,
    exceptions: lines
      .filter(({ result }) => !plainResults.has(result))
      .slice(0, maxExceptions)
      .map(({ account, result, error }) => ({ account, result, error })),
    undoable: record.isRunning || record.isForeign ? 0 : open,
    error: lines.find(({ error }) => error !== null)?.error ?? null,
    heads,
  }
}
