import type { SwitchView } from '../../../../shared/domain/desk-snapshot.ts'
import type { TruthLine, TruthVerdict } from '../../../../shared/domain/truth-line.ts'
import { describeError, type ErrorDescription } from '../../i18n/describe-error.ts'
import type { Text } from '../../i18n/text.ts'
import type { Tone } from '../../ui/tone.ts'
import { describeFaces, type FaceDescription } from './describe-faces.ts'

/** A truth line in words. */
export interface LineDescription {
  /** What is drawn: a kept wish is drawn as not sent, whatever the line was before it. */
  readonly verdict: TruthVerdict
  readonly tone: Tone
  /** The verdict with its time and reason. */
  readonly text: string
  /** The moment the text speaks of, for the age beside it; null when there is none. Milliseconds since 1970. */
  readonly at: number | null
  /** "Asked: on", while the wish is not in force; null otherwise. */
  readonly asked: string | null
  /** Where the proof or the wish comes from. */
  readonly origin: string | null
  readonly failure: ErrorDescription | null
  /** What to do about a contradiction; null when there is none. */
  readonly advice: string | null
  /** The wish did not come about, so asking for it again makes sense. */
  readonly canTryAgain: boolean
  readonly isKept: boolean
  readonly faces: readonly FaceDescription[]
}

const tones: Record<TruthVerdict, Tone> = {
  unknown: 'grey',
  wished: 'violet',
  pending: 'blue',
  failed: 'red',
  uncertain: 'amber',
  accepted: 'blue',
  confirmed: 'green',
  doubted: 'amber',
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
  doubted: false,
  contradicted: false,
}

/** The face that a verdict speaks of. */
function stampOf<T>({ wished, accepted, seen, failure }: TruthLine<T>, verdict: TruthVerdict) {
  switch (verdict) {
    case 'wished':
    case 'pending':
      return wished
    case 'accepted':
      return accepted
    case 'confirmed':
    case 'doubted':
    case 'contradicted':
      return seen
    case 'failed':
    case 'uncertain':
      return failure
    case 'unknown':
      return null
  }
}

function verdictText<T>(
  line: TruthLine<T>,
  verdict: TruthVerdict,
  say: (value: T) => string,
  { t, clock }: Text,
): string {
  const { accepted, seen, failure } = line
  const at = stampOf(line, verdict)?.at ?? null
  const time = at === null ? '' : clock(at)
  if (verdict === 'wished' && at !== null) return t('truth.wishedWith', { time })
  if (verdict === 'contradicted' && accepted !== null && seen !== null) {
    return t('truth.contradictedWith', {
      accepted: clock(accepted.at),
      asked: say(accepted.value),
      time,
      seen: say(seen.value),
    })
  }
  if (failure !== null && (verdict === 'failed' || verdict === 'uncertain')) {
    const what = describeError(failure.value, t).what
    if (verdict === 'uncertain') return t('truth.uncertainWith', { time, what })
    return t(failure.value.code === 'refused' ? 'truth.refusedWith' : 'truth.failedWith', { time, what })
  }
  return t(`truth.verdicts.${verdict}`, { time }).trim()
}

/**
 * Says what a truth line says. `say` names a value: "on", "Busy", "3 queues". `advice` is what to do when the gateway said
 * yes and something else was seen.
 */
export function describeLine<T>(
  view: Pick<SwitchView<T>, 'line' | 'verdict' | 'isKept'>,
  say: (value: T) => string,
  advice: string,
  text: Text,
): LineDescription {
  const { line, isKept } = view
  const { wished, seen, failure } = line
  const { t } = text
  const verdict = isKept ? 'wished' : view.verdict
  const hasFailed = failure !== null && (verdict === 'failed' || verdict === 'uncertain')
  const isSeen = verdict === 'confirmed' || verdict === 'doubted' || verdict === 'contradicted'
  const origin =
    isSeen && seen !== null
      ? t(`truth.seenBy.${seen.by}`)
      : wished !== null
        ? t(`truth.askedIn.${wished.origin}`)
        : null
  return {
    verdict,
    tone: tones[verdict],
    text: isKept ? t('truth.kept') : verdictText(line, verdict, say, text),
    at: stampOf(line, verdict)?.at ?? null,
    asked: isOpen[verdict] && wished !== null ? t('truth.asked', { value: say(wished.value) }) : null,
    origin,
    failure: hasFailed ? describeError(failure.value, t) : null,
    advice: verdict === 'contradicted' ? advice : null,
    canTryAgain: wished !== null && (hasFailed || verdict === 'contradicted'),
    isKept,
    faces: describeFaces(line, say, text),
  }
}
