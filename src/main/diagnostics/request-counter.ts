import type { Diagnostics, RequestCount } from '../../shared/domain/diagnostics.ts'
import type { GatewayObserver, ObservedExchange } from '../gateway/gateway-observer.ts'
import type { Clock } from '../time/clock.ts'
import { AnswerTimes } from './answer-times.ts'
import { DensityMeter } from './density-meter.ts'
import { HourWindow } from './hour-window.ts'

/** Queries that burden the platform for all agents, by their log names; the courtesy limit is about these. */
const queueQueries: ReadonlySet<string> = new Set([
  'queryWaitCallInfoBySkillId',
  'queryStatInfoOfAcd',
  'queryAllOnlineAgents',
  'queryAgentInfoBySkillId',
  'querySkillQueueOnAgentVDN',
  'getAllStatusAgents',
])

const courtesyWindowMs = 2_000

interface Count {
  requests: number
  failures: number
}

interface Minute {
  readonly byName: Map<string, Count>
  queueQueryPeak: number
}

export interface RequestCounterOptions {
  readonly clock: Pick<Clock, 'now'>
  /** False while the disk does not take the journal. */
  readonly isJournalKept: () => boolean
}

/**
 * Counts what is asked of the gateway. A failure is a request without an answer that makes sense; a refusal is an answer, and
 * what Deskside itself gave up (at sign-out, at a gap) is neither.
 */
export class RequestCounter implements GatewayObserver {
  readonly #options: RequestCounterOptions
  readonly #startedAt: number
  readonly #sinceStart = new Map<string, number>()
  readonly #hour = new HourWindow<Minute>(() => ({ byName: new Map(), queueQueryPeak: 0 }))
  readonly #queueQueries = new DensityMeter(courtesyWindowMs)
  readonly #answerTimes = new AnswerTimes()

  constructor(options: RequestCounterOptions) {
    this.#options = options
    this.#startedAt = options.clock.now()
  }

  exchanged({ name, lane, startedAt, durationMs, outcome }: ObservedExchange): void {
    const minute = this.#hour.at(this.#options.clock.now())
    const count = minute.byName.get(name) ?? { requests: 0, failures: 0 }
    count.requests += 1
    if (outcome.kind === 'failed' && outcome.error !== 'aborted') count.failures += 1
    minute.byName.set(name, count)
    this.#sinceStart.set(name, (this.#sinceStart.get(name) ?? 0) + 1)
    if (queueQueries.has(name)) {
      minute.queueQueryPeak = Math.max(minute.queueQueryPeak, this.#queueQueries.add(startedAt))
    }
    // A poll is answered when something happens, which says nothing of the gateway's speed.
    if (lane === 'command' && outcome.kind === 'answered') this.#answerTimes.add(durationMs)
  }

  /** The figures of this moment; the interfaces used most come first. */
  read(): Diagnostics {
    const minutes = this.#hour.values(this.#options.clock.now())
    const requests = [...this.#sinceStart]
      .map(([name, sinceStart]): RequestCount => {
        const counts = minutes.flatMap(({ byName }) => byName.get(name) ?? [])
        return {
          name,
          lastHour: sum(counts.map((count) => count.requests)),
          failedLastHour: sum(counts.map((count) => count.failures)),
          sinceStart,
        }
      })
      .sort((a, b) => b.lastHour - a.lastHour || b.sinceStart - a.sinceStart || (a.name < b.name ? -1 : 1))
    return {
      startedAt: this.#startedAt,
      requests,
      requestsLastHour: sum(requests.map(({ lastHour }) => lastHour)),
      queueQueryPeak: Math.max(0, ...minutes.map((minute) => minute.queueQueryPeak)),
      answerMedianMs: this.#answerTimes.medianMs,
      answerSlowestMs: this.#answerTimes.slowestMs,
      isJournalKept: this.#options.isJournalKept(),
    }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
