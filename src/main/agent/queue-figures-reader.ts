import type { AppError } from '../../shared/app-error.ts'
import type { QueueFigures, QueuesSnapshot } from '../../shared/domain/queues.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { toAppError } from '../gateway/gateway-error.ts'
import type { GatewaySession } from '../session/gateway-session.ts'
import type { Clock } from '../time/clock.ts'
import { neverRead } from './desk-state.ts'
import type { DeskStore } from './desk-store.ts'
import { possibleSkillIds } from './project-snapshot.ts'
import { QueueSamples } from './queue-history.ts'
import type { QueryPacer, Urgency } from './query-pacer.ts'

/** The figures of at most this many queues come in one answer (cec_07_0411). */
const figuresPerQuery = 100

type QueuesListener = (queues: QueuesSnapshot) => void

/**
 * Reads the figures of the agent's own queues and keeps those of the last half hour. Kept apart from the desk's state, as
 * the roster is: with many queues the history is large, and only windows that show it get it.
 */
export class QueueFiguresReader {
  #snapshot: QueuesSnapshot = {
    revision: 0,
    read: neverRead,
    figures: [],
    history: { at: [], waiting: {} },
  }
  #newest = 0
  readonly #samples = new QueueSamples()
  readonly #listeners = new Set<QueuesListener>()
  readonly #store: DeskStore
  readonly #session: GatewaySession
  readonly #clock: Clock
  readonly #pacer: QueryPacer

  constructor(deps: { store: DeskStore; session: GatewaySession; clock: Clock; pacer: QueryPacer }) {
    this.#store = deps.store
    this.#session = deps.session
    this.#clock = deps.clock
    this.#pacer = deps.pacer
  }

  get snapshot(): QueuesSnapshot {
    return this.#snapshot
  }

  subscribe(listener: QueuesListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Reads all queues or none: figures of different moments side by side would be compared with one another. */
  async refresh(urgency: Urgency = 'asked'): Promise<Result<null, AppError>> {
    if (!this.#isOnline()) return err({ code: 'not-connected' })
    const skillIds = possibleSkillIds(this.#store.state.skills)
    if (skillIds === null) return this.#fail({ code: 'malformed-answer' })
    const number = ++this.#newest
    this.#change({ read: { ...this.#snapshot.read, isLoading: true } })
    const figures: QueueFigures[] = []
    for (let from = 0; from < skillIds.length; from += figuresPerQuery) {
      const chunk = skillIds.slice(from, from + figuresPerQuery)
      await this.#pacer.turn(urgency)
      if (this.#isOldNews(number)) return err({ code: 'superseded' })
      const answer = await this.#session.query((gateway, agentId) => gateway.queueFigures(agentId, chunk))
      if (this.#isOldNews(number)) return err({ code: 'superseded' })
      if (!answer.ok) return this.#fail(toAppError(answer.error))
      // A gateway may answer more than it was asked for.
      figures.push(...answer.value.filter(({ skillId }) => chunk.includes(skillId)))
    }
    const now = this.#clock.now()
    this.#samples.take(figures, now)
    this.#change({
      read: { isLoading: false, readAt: now, error: null },
      figures: figures.toSorted((a, b) => a.skillId - b.skillId),
      history: this.#samples.history(skillIds, now),
    })
    return ok(null)
  }

  /** Forgets everything: figures and history belong to the session that has ended. */
  clear(): void {
    this.#newest += 1
    this.#samples.clear()
    this.#change({ read: neverRead, figures: [], history: { at: [], waiting: {} } })
  }

  #fail(error: AppError): Result<null, AppError> {
    this.#change({ read: { ...this.#snapshot.read, isLoading: false, error } })
    return err(error)
  }

  #isOldNews(number: number): boolean {
    return number !== this.#newest || !this.#isOnline()
  }

  #isOnline(): boolean {
    return this.#store.state.session.phase === 'online'
  }

  #change(change: Partial<QueuesSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change, revision: this.#snapshot.revision + 1 }
    for (const listener of this.#listeners) listener(this.#snapshot)
  }
}
