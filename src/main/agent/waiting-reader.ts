import type { AppError } from '../../shared/app-error.ts'
import type { WaitingCall } from '../../shared/domain/waiting.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { toAppError, type GatewayError } from '../gateway/gateway-error.ts'
import type { GatewaySession } from '../session/gateway-session.ts'
import type { Clock } from '../time/clock.ts'
import type { DeskStore } from './desk-store.ts'
import { onlySeen, placeQueue } from './listed-calls.ts'
import { possibleSkillIds } from './project-snapshot.ts'
import { QueryOrder } from './query-order.ts'
import type { QueryPacer, Urgency } from './query-pacer.ts'

/** Up to this many queues are read one by one; with more, one query of figures finds those that hold calls. */
const directQueues = 4
/** The figures of at most this many queues come in one answer (cec_07_0411). */
const figuresPerQuery = 100

/**
 * Reads who waits in the agent's queues, with courtesy towards the gateway. Each queue is listed as soon as it was read,
 * for whatever reason: with hundreds of queues a whole reading takes a minute and more, and what a transfer has found out
 * about its two queues is true at once.
 */
export class WaitingReader {
  /** Number of the newest whole reading; an older one gives way to it. */
  #newest = 0
  /** What the newest whole reading comes to; null when there was none in this session. */
  #reading: Promise<Result<null, AppError>> | null = null
  #isReading = false
  #waitsForOwnQueues = false
  readonly #order = new QueryOrder()
  /** Calls that were seen since the newest whole reading began. */
  readonly #seen = new Set<string>()
  readonly #store: DeskStore
  readonly #session: GatewaySession
  readonly #clock: Clock
  readonly #pacer: QueryPacer
  readonly #onRead: (calls: readonly WaitingCall[]) => void

  constructor(deps: {
    store: DeskStore
    session: GatewaySession
    clock: Clock
    pacer: QueryPacer
    /** What a queue was seen to hold. */
    onRead: (calls: readonly WaitingCall[]) => void
  }) {
    this.#onRead = deps.onRead
    this.#store = deps.store
    this.#session = deps.session
    this.#clock = deps.clock
    this.#pacer = deps.pacer
  }

  /**
   * Reads all queues of the agent. Queues that could not be read keep their last calls. Who asks is answered by a reading
   * that began no earlier; one that only keeps the list fresh takes part in the one under way. `superseded`: nothing was
   * read, because the session has changed, or because nobody knows yet which queues are the agent's.
   */
  async refresh(urgency: Urgency = 'asked'): Promise<Result<null, AppError>> {
    if (!this.#isOnline()) return err({ code: 'not-connected' })
    const own = this.#queuesToRead()
    this.#waitsForOwnQueues = own === null
    if (own === null) return this.#waitForOwnQueues()
    if (urgency === 'background' && this.#isReading && this.#reading !== null) return this.#reading
    const reading = this.#readAll(++this.#newest, own, urgency)
    this.#reading = reading
    return reading
  }

  async #readAll(number: number, own: readonly number[], urgency: Urgency): Promise<Result<null, AppError>> {
    this.#isReading = true
    this.#seen.clear()
    const { readAt, error: lastError } = this.#store.state.waiting.read
    // Only while there is nothing good to show: the list is not sent again just to say "reading".
    if (readAt === null || lastError !== null) this.#setRead({ isLoading: true })
    const unread = new Set<number>()
    let failure: GatewayError | null = null
    for (const skillId of await this.#queuesWithCalls(own, urgency)) {
      await this.#pacer.turn(urgency)
      if (this.#isOldNews(number)) break
      const answer = await this.#readNow(skillId)
      if (answer.ok) continue
      failure ??= answer.error
      unread.add(skillId)
    }
    if (this.#isOldNews(number)) return this.#givenUp(number)
    this.#isReading = false
    this.#order.forgetOthers(this.#seen)
    const error = failure === null ? null : toAppError(failure)
    this.#store.update(({ waiting, ...state }) => {
      const calls = onlySeen(waiting.calls, this.#seen, unread)
      const read = error === null ? { readAt: this.#clock.now(), error } : { ...waiting.read, error }
      return { ...state, waiting: { ...waiting, calls, read: { ...read, isLoading: false } } }
    })
    return error === null ? ok(null) : err(error)
  }

  /** What an overtaken reading was to find out, the newer one does. */
  #givenUp(number: number): Promise<Result<null, AppError>> | Result<null, AppError> {
    if (number !== this.#newest) return this.#reading ?? err({ code: 'superseded' })
    // A gap began meanwhile.
    this.#isReading = false
    this.#setRead({ isLoading: false })
    return err({ code: 'superseded' })
  }

  /** Reads and lists one queue when its turn has come. */
  async readQueue(
    skillId: number,
    urgency: Urgency = 'asked',
  ): Promise<Result<readonly WaitingCall[], GatewayError>> {
    await this.#pacer.turn(urgency)
    return this.#readNow(skillId)
  }

  async #readNow(skillId: number): Promise<Result<readonly WaitingCall[], GatewayError>> {
    const query = this.#order.next()
    const answer = await this.#session.query((gateway, agentId) => gateway.waitingCalls(agentId, skillId))
    const found = answer.ok ? this.#order.news(query, skillId, answer.value) : null
    if (found === null) return answer
    for (const { callId } of found) this.#seen.add(callId)
    this.#store.update((state) => {
      const { waiting } = state
      const calls = placeQueue(waiting.calls, skillId, found, this.#clock.now())
      return calls === waiting.calls ? state : { ...state, waiting: { ...waiting, calls } }
    })
    this.#onRead(found)
    return answer
  }

  /** The agent's own queues; all queues there are when nobody knows his own; null when nothing is known at all. */
  #queuesToRead(): readonly number[] | null {
    const { skills, queues } = this.#store.state
    const own = possibleSkillIds(skills)
    if (own !== null) return own
    return queues.length === 0 ? null : queues.map((queue) => queue.id)
  }

  /** Just signed in: which queues are the agent's is being read. Saying "nobody waits" or "failed" would be invented. */
  #waitForOwnQueues(): Result<null, AppError> {
    const { error } = this.#store.state.skills.configuredRead
    this.#setRead({ isLoading: error === null, error })
    return err(error ?? { code: 'superseded' })
  }

  /** Reads at once what had to wait until the agent's own queues were known. */
  async follow(): Promise<void> {
    if (this.#waitsForOwnQueues && this.#queuesToRead() !== null) await this.refresh('background')
  }

  /** Forgets readings under way: they belong to a session that has ended. */
  drop(): void {
    this.#newest += 1
    this.#reading = null
    this.#isReading = false
    this.#waitsForOwnQueues = false
    this.#order.clear()
    this.#seen.clear()
  }

  /** Queues worth reading, the longest wait first. Without figures (not every gateway gives them) all of them are. */
  async #queuesWithCalls(skillIds: readonly number[], urgency: Urgency): Promise<readonly number[]> {
    if (skillIds.length <= directQueues) return skillIds
    const longestWait = new Map<number, number>()
    for (let from = 0; from < skillIds.length; from += figuresPerQuery) {
      const chunk = skillIds.slice(from, from + figuresPerQuery)
      await this.#pacer.turn(urgency)
      const answer = await this.#session.query((gateway, agentId) => gateway.queueFigures(agentId, chunk))
      if (!answer.ok) return skillIds
      const figures = new Map(answer.value.map((queue) => [queue.skillId, queue]))
      for (const id of chunk) {
        const queue = figures.get(id)
        // A queue the gateway says nothing of may hold calls as well.
        if (queue?.waitingCalls !== 0) longestWait.set(id, queue?.longestWaitSeconds ?? 0)
      }
    }
    return [...longestWait].toSorted(([, a], [, b]) => b - a).map(([id]) => id)
  }

  /** A newer reading is under way, or the session is another one. */
  #isOldNews(number: number): boolean {
    return number !== this.#newest || !this.#isOnline()
  }

  #isOnline(): boolean {
    return this.#store.state.session.phase === 'online'
  }

  #setRead(change: Partial<DeskStore['state']['waiting']['read']>): void {
    this.#store.update((state) => ({
      ...state,
      waiting: { ...state.waiting, read: { ...state.waiting.read, ...change } },
    }))
  }
}
