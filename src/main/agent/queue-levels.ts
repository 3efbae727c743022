import { queueLevel, thresholdOf, type QueueLevel } from '../../shared/domain/queue-thresholds.ts'
import type { QueueFigures } from '../../shared/domain/queues.ts'
import { defaultPreferences } from '../../shared/preferences/default-preferences.ts'
import type { Preferences } from '../../shared/preferences/preference-schemas.ts'
import type { DeskStore } from './desk-store.ts'

/** What the person at the desk decided about queues. */
export interface QueueRules {
  readonly thresholds: Preferences['thresholds']
  /** A queue that grows loud is told, also while no window shows it. */
  readonly isTold: boolean
}

const rank: Readonly<Record<QueueLevel, number>> = { calm: 0, amber: 1, red: 2 }

/** How loudly each queue calls, from reading to reading, and the notice when one grows louder. */
export class QueueLevels {
  #levels: ReadonlyMap<number, QueueLevel> = new Map()
  #rules: QueueRules = { thresholds: defaultPreferences.thresholds, isTold: false }
  readonly #store: DeskStore

  constructor(store: DeskStore) {
    this.#store = store
  }

  /**
   * Other rules, by which the last figures are judged as if they were the first. Nothing is told because of that; what was
   * told is taken back when it holds no more.
   */
  setRules(rules: QueueRules, figures: readonly QueueFigures[]): ReadonlyMap<number, QueueLevel> {
    this.#rules = rules
    this.#levels = new Map()
    return this.#judge(figures)
  }

  /** Judges a reading and tells what has grown louder; of queues that are not among it nothing is known any more. */
  take(figures: readonly QueueFigures[]): ReadonlyMap<number, QueueLevel> {
    const before = this.#levels
    this.#judge(figures)
    if (this.#rules.isTold)
      for (const queue of figures) this.#tell(queue, before.get(queue.skillId) ?? 'calm')
    return this.#levels
  }

  /** The session is over. Its notices go with it. */
  clear(): void {
    this.#levels = new Map()
  }

  #judge(figures: readonly QueueFigures[]): ReadonlyMap<number, QueueLevel> {
    const { thresholds, isTold } = this.#rules
    this.#levels = new Map(
      figures.map((queue) => [
        queue.skillId,
        queueLevel(queue, thresholdOf(thresholds, queue.skillId), this.#levels.get(queue.skillId)),
      ]),
    )
    this.#store.retract(
      (notice) =>
        notice.kind === 'queue-threshold' &&
        (!isTold || (this.#levels.get(notice.skillId) ?? 'calm') === 'calm'),
    )
    return this.#levels
  }

  /** Once when it grows louder, not while it stays so, nor when it grows quieter. */
  #tell({ skillId, waitingCalls, longestWaitSeconds }: QueueFigures, before: QueueLevel): void {
    const level = this.#levels.get(skillId) ?? 'calm'
    if (level === 'calm' || rank[level] <= rank[before]) return
    this.#store.notify('warning', {
      kind: 'queue-threshold',
      skillId,
      level,
      waitingCalls,
      longestWaitSeconds,
    })
  }
}
