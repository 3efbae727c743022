import type { Preferences, QueueThreshold } from '../preferences/preference-schemas.ts'
import type { QueueFigures } from './queues.ts'

/** `amber` calls for attention, `red` for help. */
export type QueueLevel = 'calm' | 'amber' | 'red'

/** A level is left only once the figures are this far below where it began: at the edge it would come and go all the time. */
const release = 0.8

/** The thresholds of a queue: its own, or the usual ones. */
export function thresholdOf(thresholds: Preferences['thresholds'], skillId: number): QueueThreshold {
  return thresholds.byQueue[String(skillId)] ?? thresholds.usual
}

/**
 * How loudly a queue calls, by the number of calls or by the longest wait, whichever is worse.
 *
 * @param before the level of the reading before; a level ends below four fifths of its threshold
 */
export function queueLevel(
  { waitingCalls, longestWaitSeconds }: QueueFigures,
  threshold: QueueThreshold,
  before: QueueLevel = 'calm',
): QueueLevel {
  const reaches = (calls: number | null, seconds: number | null, share: number): boolean =>
    (calls !== null && waitingCalls >= calls * share) ||
    (seconds !== null && waitingCalls > 0 && longestWaitSeconds >= seconds * share)
  const isRed = (share: number): boolean => reaches(threshold.waitingRed, threshold.waitRedSeconds, share)
  const isAmber = (share: number): boolean =>
    reaches(threshold.waitingAmber, threshold.waitAmberSeconds, share)
  if (isRed(1) || (before === 'red' && isRed(release))) return 'red'
  return isAmber(1) || (before !== 'calm' && isAmber(release)) ? 'amber' : 'calm'
}

/** The loudest of several; calm when there is none. */
export function loudest(levels: Iterable<QueueLevel>): QueueLevel {
  const all = new Set(levels)
  if (all.has('red')) return 'red'
  return all.has('amber') ? 'amber' : 'calm'
}
