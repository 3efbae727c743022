import type { AppError } from '../../shared/app-error.ts'
import { loudest, type QueueLevel } from '../../shared/domain/queue-thresholds.ts'
import type { QueueFigures, QueuesSnapshot } from '../../shared/domain/queues.ts'
import { sameSkillIds } from '../../shared/domain/skills.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { toAppError } from '../gateway/gateway-error.ts'
import type { GatewaySession } from '../session/gateway-session.ts'
import type { Clock } from '../time/clock.ts'
import { neverRead } from './desk-state.ts'
import type { DeskStore } from './desk-store.ts'
import { possibleSkillIds } from './project-snapshot.ts'
import { QueueSamples } from './queue-history.ts'
import { QueueLevels, type QueueRules } from './queue-levels.ts'
import type { QueryPacer, Urgency } from './query-pacer.ts'

/** The figures of at most this many queues come in one answer (cec_07_0411). */
const figuresPerQuery = 100

const nothing = {
  read: neverRead,
  figures: [],
  levels: {},
  history: { at: [], waiting: {} },
} as const satisfies Omit<QueuesSnapshot, 'revision'>

type QueuesListener = (queues: QueuesSnapshot) => void

/**
 * Reads the figures of the agent's own queues and keeps those of the last half hour. Kept apart from the desk's state, as
 * the roster is: with many queues the history is large, and only windows that show it get it.
 */
export class QueueFiguresReader {
  #snapshot: QueuesSnapshot = { revision: 0, ...nothing }
  #newest = 0
  /** The queues of the newest reading; null before there was one. */
  #readIds: readonly number[] | null = null
  readonly #levels: QueueLevels
  readonly #samples = new QueueSamples()
  readonly #listeners = new Set<QueuesListener>()
  readonly #store: DeskStore
  readonly #session: GatewaySession
  readonly #clock: Clock
  readonly #pacer: QueryPacer

  constructor(deps: { store: DeskStore; session: GatewaySession; clock: Clock; pacer: QueryPacer }) {
    this.#store = deps.store
    this.#levels = new QueueLevels(deps.store)
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
    if (skillIds === null) return this.#waitForOwnQueues()
    const number = ++this.#newest
    this.#readIds = skillIds
    // Only while there is nothing to show: the history is not sent again just to say "reading".
    if (this.#snapshot.read.readAt === null) this.#setLoading()
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
    this.#take(
      figures.toSorted((a, b) => a.skillId - b.skillId),
      skillIds,
    )
    return ok(null)
  }

  /** What is now known of the agent's own queues may be others than those that were read. */
  async follow(): Promise<void> {
    const own = possibleSkillIds(this.#store.state.skills)
    const { isLoading, readAt } = this.#snapshot.read
    const isOther = own !== null && (this.#readIds === null || !sameSkillIds(own, this.#readIds))
    if (isOther && (isLoading || readAt !== null)) await this.refresh('background')
  }

  setRules(rules: QueueRules): void {
    const { figures, read } = this.#snapshot
    const levels = this.#levels.setRules(rules, figures)
    if (read.readAt !== null) this.#show(figures, levels, read.readAt)
  }

  /** Forgets everything: figures and history belong to the session that has ended. */
  clear(): void {
    this.#newest += 1
    this.#readIds = null
    this.#samples.clear()
    this.#levels.clear()
    this.#change(nothing)
  }

  #take(figures: readonly QueueFigures[], skillIds: readonly number[]): void {
    const now = this.#clock.now()
    this.#samples.take(figures, now)
    this.#show(figures, this.#levels.take(figures), now, {
      read: { isLoading: false, readAt: now, error: null },
      figures,
      history: this.#samples.history(skillIds, now),
    })
  }

  #show(
    figures: readonly QueueFigures[],
    levels: ReadonlyMap<number, QueueLevel>,
    readAt: number,
    change: Partial<QueuesSnapshot> = {},
  ): void {
    const queued = {
      count: figures.reduce((sum, { waitingCalls }) => sum + waitingCalls, 0),
      level: loudest(levels.values()),
      readAt,
    }
    this.#store.update((state) => ({ ...state, waiting: { ...state.waiting, queued } }))
    this.#change({ ...change, levels: Object.fromEntries(levels) })
  }

  /** Just signed in: which queues are the agent's is being read. Saying "no queue" or "failed" would be invented. */
  #waitForOwnQueues(): Result<null, AppError> {
    const { error } = this.#store.state.skills.configuredRead
    if (error !== null) return this.#fail(error)
    this.#setLoading()
    return err({ code: 'superseded' })
  }

  #setLoading(): void {
    this.#change({ read: { ...this.#snapshot.read, isLoading: true } })
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
