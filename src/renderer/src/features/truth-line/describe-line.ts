import type { TruthLine, TruthVerdict } from '../../../../shared/domain/truth-line.ts'
import { describeError, type ErrorDescription } from '../../i18n/describe-error.ts'
import type { Text } from '../../i18n/text.ts'
import type { Tone } from '../../ui/tone.ts'

/** A truth line in words. */
export interface LineDescription {
  readonly verdict: TruthVerdict
  readonly tone: Tone
  /** The verdict with its time and reason. */
  readonly text: string
  /** "Asked: on", while the wish is not in force; null otherwise. */
  readonly asked: string | null
  /** Where the proof or the wish comes from, for those who look closer. */
  readonly origin: string | null
  readonly failure: ErrorDescription | null
  /** The wish did not come about, so asking for it again makes sense. */
  readonly canTryAgain: boolean
}

const tones: Record<TruthVerdict, Tone> = {
  unknown: 'grey',
  wished: 'violet',
  pending: 'blue',
  failed: 'red',
  uncertain: 'amber',
  accepted: 'blue',
  confirmed: 'green',
  contradicted: 'red',
}

/** Verdicts under which the last wish is not what is in force. */
const isOpen: Record<TruthVerdict, boolean> = {
  unknown: false,
  wished: true,
  pending: true,
  failed: true,
  uncertain: true,
  accepted: false,
  confirmed: false,
  contradicted: false,
}

function verdictText<T>(
  line: TruthLine<T>,
  verdict: TruthVerdict,
  say: (value: T) => string,
  { t, clock }: Text,
): string {
  const { wished, accepted, seen, failure } = line
  if (verdict === 'wished' && wished !== null) return t('truth.wishedWith', { time: clock(wished.at) })
  if (verdict === 'accepted' && accepted !== null) {
    return t('truth.verdicts.accepted', { time: clock(accepted.at) })
  }
  if (verdict === 'confirmed' && seen !== null) return t('truth.verdicts.confirmed', { time: clock(seen.at) })
  if (verdict === 'contradicted' && accepted !== null && seen !== null) {
    return t('truth.contradictedWith', {
      accepted: clock(accepted.at),
      asked: say(accepted.value),
      time: clock(seen.at),
      seen: say(seen.value),
    })
  }
  if (failure !== null && (verdict === 'failed' || verdict === 'uncertain')) {
    const what = describeError(failure.value, t).what
    const time = clock(failure.at)
    if (verdict === 'uncertain') return t('truth.uncertainWith', { time, what })
    return t(failure.value.code === 'refused' ? 'truth.refusedWith' : 'truth.failedWith', { time, what })
  }
  return t(`truth.verdicts.${verdict}`, { time: '' }).trim()
}

/** Says what a truth line says. `say` names a value: "on", "Busy", "3 queues". */
export function describeLine<T>(
  view: { readonly line: TruthLine<T>; readonly verdict: TruthVerdict },
  say: (value: T) => string,
  text: Text,
): LineDescription {
  const { line, verdict } = view
  const { wished, seen, failure } = line
  const hasFailed = failure !== null && (verdict === 'failed' || verdict === 'uncertain')
  const origin =
    verdict === 'confirmed' && seen !== null
      ? text.t(`truth.seenBy.${seen.by}`)
      : wished !== null
        ? text.t(`truth.askedIn.${wished.origin}`)
        : null
  return {
    verdict,
    tone: tones[verdict],
    text: verdictText(line, verdict, say, text),
    asked: isOpen[verdict] && wished !== null ? text.t('truth.asked', { value: say(wished.value) }) : null,
    origin,
    failure: hasFailed ? describeError(failure.value, text.t) : null,
    canTryAgain: wished !== null && (hasFailed || verdict === 'contradicted'),
  }
}
