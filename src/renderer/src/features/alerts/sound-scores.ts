import type { AlertKind } from '../../../../shared/preferences/preference-schemas.ts'

/** One tone of a sound. Times in seconds from the beginning of the sound. */
export interface Tone {
  readonly at: number
  readonly length: number
  /** Hertz. */
  readonly pitch: number
}

/* Equal temperament from A = 440 Hz. */
const [c5, d5, e5, g5, a5, c6] = [523.25, 587.33, 659.26, 783.99, 880, 1046.5]
const [g4, a4] = [392, 440]

function melody(gap: number, length: number, ...pitches: readonly number[]): readonly Tone[] {
  return pitches.map((pitch, index) => ({ at: index * gap, length, pitch }))
}

const ring = melody(0.14, 0.26, e5, g5, c6)

/**
 * What each kind sounds like: rising for what is to be taken up, falling for what was lost, level for what only wants to be
 * known. The ear tells them apart by number and direction of the tones, so a bad loudspeaker is good enough.
 */
export const soundScores: Readonly<Record<AlertKind, readonly Tone[]>> = {
  'call-arriving': [...ring, ...ring.map((tone) => ({ ...tone, at: tone.at + 0.75 }))],
  'call-missed': melody(0.2, 0.34, g5, e5),
  'state-forced': melody(0.16, 0.24, d5, d5, a5),
  'waiting-long': melody(0.28, 0.3, a4, a4),
  'session-trouble': melody(0.24, 0.4, e5, c5, g4),
  'transfer-result': melody(0.1, 0.3, c6),
  'rest-over': melody(0.22, 0.5, c5, e5, g5, c5),
}

/** Seconds until the last tone has faded. */
export function lengthOf(score: readonly Tone[]): number {
  return Math.max(0, ...score.map(({ at, length }) => at + length))
}
