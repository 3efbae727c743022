import type { QueueFigures, QueueHistory } from '../../shared/domain/queues.ts'

const spanMs = 30 * 60_000
/** One sample per ten seconds is 180 in half an hour: as fine as a small chart can show. */
const sampleMs = 10_000
/** So long without a reading is a gap, whatever the readings before and after it say. */
const gapMs = 35_000

interface Sample {
  readonly at: number
  /** Null: nothing is known of this moment. */
  readonly waiting: ReadonlyMap<number, number> | null
}

/** Keeps the waiting calls of each queue over the last half hour, in memory only. */
export class QueueSamples {
  #samples: readonly Sample[] = []

  /** Takes a reading; of several within ten seconds the first stands. */
  take(figures: readonly QueueFigures[], at: number): void {
    const newest = this.#samples.at(-1)
    // A clock that was set back: what lies in the future now would never leave.
    const kept = this.#samples.filter((sample) => sample.at <= at && at - sample.at < spanMs)
    if (newest !== undefined && newest.at <= at && at - newest.at < sampleMs) return
    const isAfterGap = newest !== undefined && newest.at <= at && at - newest.at > gapMs
    this.#samples = [
      ...kept,
      ...(isAfterGap && kept.length > 0 ? [{ at: newest.at + sampleMs, waiting: null }] : []),
      { at, waiting: new Map(figures.map(({ skillId, waitingCalls }) => [skillId, waitingCalls])) },
    ]
  }

  clear(): void {
    this.#samples = []
  }

  /** The half hour before `now` for these queues. */
  history(skillIds: readonly number[], now: number): QueueHistory {
    const samples = this.#samples.filter(({ at }) => now - at < spanMs)
    return {
      at: samples.map(({ at }) => at),
      waiting: Object.fromEntries(
        skillIds.map((id) => [id, samples.map(({ waiting }) => waiting?.get(id) ?? null)]),
      ),
    }
  }
}
