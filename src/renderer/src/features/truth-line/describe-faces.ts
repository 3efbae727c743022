import type { TruthLine } from '../../../../shared/domain/truth-line.ts'
import type { Text } from '../../i18n/text.ts'

/** One face of a truth line, for those who look closer. */
export interface FaceDescription {
  readonly face: 'wished' | 'accepted' | 'seen'
  readonly name: string
  /** The value; "not yet" when there is none. */
  readonly value: string
  /** Milliseconds since 1970; null when there is no value. */
  readonly at: number | null
  readonly source: string | null
}

/** What was asked for, what the gateway accepted and what was seen: always all three, also those that are missing. */
export function describeFaces<T>(
  { wished, accepted, seen }: TruthLine<T>,
  say: (value: T) => string,
  { t }: Text,
): readonly FaceDescription[] {
  const sources = {
    wished: wished === null ? null : t(`truth.askedIn.${wished.origin}`),
    accepted: accepted === null ? null : t('truth.answeredBy'),
    seen: seen === null ? null : t(`truth.seenBy.${seen.by}`),
  }
  const stamps = { wished, accepted, seen }
  return (['wished', 'accepted', 'seen'] as const).map((face) => {
    const stamp = stamps[face]
    return {
      face,
      name: t(`truth.faces.${face}`),
      value: stamp === null ? t(`truth.noFace.${face}`) : say(stamp.value),
      at: stamp?.at ?? null,
      source: sources[face],
    }
  })
}
