import type { QueueLevel } from '../../../../shared/domain/queue-thresholds.ts'
import type { QueueFigures, QueueHistory, QueuesSnapshot } from '../../../../shared/domain/queues.ts'

/** One signed-in queue as it is shown. */
export interface QueueRow {
  readonly skillId: number
  /** Null: the gateway gave none of this queue. */
  readonly figures: QueueFigures | null
  readonly level: QueueLevel
  readonly waiting: QueueHistory['waiting'][number]
}

const noSamples: readonly (number | null)[] = []

/**
 * The agent's own queues with what is known of each, ascending.
 *
 * @param own the queues the agent is signed in to; null when not known: then those of which figures came
 */
export function queueRows(snapshot: QueuesSnapshot, own: readonly number[] | null): readonly QueueRow[] {
  const byId = new Map(snapshot.figures.map((figures) => [figures.skillId, figures]))
  return (own ?? [...byId.keys()])
    .toSorted((a, b) => a - b)
    .map((skillId) => ({
      skillId,
      figures: byId.get(skillId) ?? null,
      level: snapshot.levels[skillId] ?? 'calm',
      waiting: snapshot.history.waiting[skillId] ?? noSamples,
    }))
}

/** How long the first call of a queue in which somebody waits has waited by now. Seconds. */
export function longestNow(figures: QueueFigures, readAt: number | null, now: number): number {
  return figures.longestWaitSeconds + (readAt === null ? 0 : Math.max(0, now - readAt) / 1000)
}
