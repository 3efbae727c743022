import type { AppError } from '../../../../shared/app-error.ts'
import {
  accountResults,
  type AccountLine,
  type UnbindOutcome,
  type UnbindReceipt,
} from '../../../../shared/domain/supervisor.ts'
import { describeError } from '../../i18n/describe-error.ts'
import type { Text } from '../../i18n/text.ts'
import type { Tone } from '../../ui/tone.ts'

/** A receipt in words. */
export interface ReceiptDescription {
  readonly tone: Tone
  readonly outcome: string
  readonly time: string
  readonly subject: string
  readonly scope: string
  /** "29 unbound · 1 refused"; null when the outcome says it all. */
  readonly tally: string | null
  readonly exceptions: readonly string[]
  /** So many more than the exceptions that are listed; null for none. */
  readonly more: string | null
  /** Why, when it is the same for all; null when the exceptions say it, or nothing went wrong. */
  readonly reason: string | null
  readonly undoLabel: string
  readonly stopLabel: string
  readonly progress: string
}

const tones: Record<UnbindOutcome, Tone> = {
  unbinding: 'blue',
  unbound: 'green',
  partly: 'amber',
  refused: 'red',
  unknown: 'amber',
  stopped: 'amber',
  undoing: 'blue',
  undone: 'grey',
  'nothing-to-undo': 'grey',
  'undo-failed': 'red',
  'undo-stopped': 'amber',
}

/** Outcomes that leave no account as it was asked for need no list of them. */
const uniform: ReadonlySet<UnbindOutcome> = new Set(['refused', 'unknown'])

export const isUnderWay = ({ outcome }: UnbindReceipt): boolean =>
  outcome === 'unbinding' || outcome === 'undoing'

function describeReason(error: AppError, { t }: Pick<Text, 't'>): string {
  const { what, quote, support } = describeError(error, t)
  return [what, quote, support].filter((part) => part !== null).join(' ')
}

/** What became of one account, with the reason if there is one. */
export function describeLine({ result, error }: Pick<AccountLine, 'result' | 'error'>, text: Text): string {
  const words = text.t(`supervisor.lines.${result}`)
  return error === null ? words : `${words}. ${describeReason(error, text)}`
}

function describeTally({ tally }: UnbindReceipt, { t }: Text): string | null {
  const parts = accountResults.flatMap((result) => {
    const count = tally[result] ?? 0
    return count === 0 ? [] : [t(`supervisor.results.${result}`, { count })]
  })
  return parts.length < 2 && tally.accepted === undefined ? null : parts.join(' · ')
}

const ordinary = ['waiting', 'not-sent', 'unbound', 'accepted', 'bound-again'] as const

/** Says what a receipt says. */
export function describeReceipt(receipt: UnbindReceipt, queue: string, text: Text): ReceiptDescription {
  const { t, clock } = text
  const isUniform = uniform.has(receipt.outcome)
  const time = clock(receipt.at)
  const special = receipt.count - ordinary.reduce((sum, result) => sum + (receipt.tally[result] ?? 0), 0)
  const listed = isUniform && receipt.count > 1 ? [] : receipt.exceptions
  const isReasonListed = listed.some(({ error }) => error !== null)
  return {
    tone: tones[receipt.outcome],
    outcome: t(receipt.isStopping ? 'supervisor.stopping' : `supervisor.outcomes.${receipt.outcome}`),
    time,
    subject: t('supervisor.receipt', { queue, count: receipt.count }),
    scope: t(`supervisor.scopes.${receipt.scope}`),
    tally: isUnderWay(receipt) ? null : describeTally(receipt, text),
    exceptions: listed.map((line) =>
      t('supervisor.exception', { account: line.account, text: describeLine(line, text) }),
    ),
    more:
      listed.length === 0 || special <= listed.length
        ? null
        : t('supervisor.more', { count: special - listed.length }),
    reason: receipt.error === null || isReasonListed ? null : describeReason(receipt.error, text),
    undoLabel: t('supervisor.undoOf', { queue, time }),
    stopLabel: t(receipt.outcome === 'undoing' ? 'supervisor.stopUndoOf' : 'supervisor.stopOf', { queue }),
    progress: t('supervisor.progress', { ...receipt.progress }),
  }
}
