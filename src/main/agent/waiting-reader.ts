import type { AppError } from '../../shared/app-error.ts'
import type { WaitingCall } from '../../shared/domain/waiting.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { toAppError, type GatewayError } from '../gateway/gateway-error.ts'
import type { GatewaySession } from '../session/gateway-session.ts'
import type { Clock } from '../time/clock.ts'
import type { DeskStore } from './desk-store.ts'
import { possibleSkillIds } from './project-snapshot.ts'
import type { QueryPacer, Urgency } from './query-pacer.ts'

/** Up to this many queues are read one by one; with more, one query of figures finds those that hold calls. */
const directQueues = 4
/** The figures of at most this many queues come in one answer (cec_07_0411). */
const figuresPerQuery = 100

/** Longest wait first; calls without a time stamp by the seconds the gateway gave. */
export function sortByWait(calls: readonly WaitingCall[]): readonly WaitingCall[] {
  return [...calls].sort((a, b) => {
    if (a.enteredAt !== null && b.enteredAt !== null && a.enteredAt !== b.enteredAt)
      return a.enteredAt - b.enteredAt
    return b.waitedSeconds - a.waitedSeconds || a.callId.localeCompare(b.callId)
  })
}

/** Reads who waits in the agent's queues, with courtesy towards the gateway. */
export class WaitingReader {
  /** Number of the newest reading; an older one that comes back later is dropped. */
  #newest = 0
  #waitsForOwnQueues = false
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
    /** What a whole reading showed. */
    onRead: (calls: readonly WaitingCall[]) => void
  }) {
    this.#onRead = deps.onRead
    this.#store = deps.store
    this.#session = deps.session
    this.#clock = deps.clock
    this.#pacer = deps.pacer
  }

  /** Reads all queues of the agent into the desk's state. Queues that could not be read keep their last calls. */
  async refresh(urgency: Urgency = 'asked'): Promise<Result<null, AppError>> {
    if (!this.#isOnline()) return err({ code: 'not-connected' })
    const own = this.#queuesToRead()
    this.#waitsForOwnQueues = own === null
    if (own === null) return this.#waitForOwnQueues()
    const number = ++this.#newest
    this.#setRead({ isLoading: true })
    const skillIds = await this.#queuesWithCalls(own, urgency)
    const before = this.#store.state.waiting.calls
    const calls: WaitingCall[] = []
    let failure: GatewayError | null = null
    for (const skillId of skillIds) {
      if (this.#isOldNews(number)) break
      const answer = await this.readQueue(skillId, urgency)
      if (answer.ok) {
        calls.push(...answer.value)
      } else {
        failure ??= answer.error
        calls.push(...before.filter((call) => call.skillId === skillId))
      }
    }
    if (this.#isOldNews(number)) return err({ code: 'superseded' })
    const error = failure === null ? null : toAppError(failure)
    this.#store.update((state) => ({ ...state, waiting: { ...state.waiting, calls: sortByWait(calls) } }))
    this.#onRead(calls)
    this.#setRead(
      error === null
        ? { isLoading: false, error: null, readAt: this.#clock.now() }
        : { isLoading: false, error },
    )
    return error === null ? ok(null) : err(error)
  }

  /** Reads one queue when its turn has come; does not touch the desk's state. */
  async readQueue(
    skillId: number,
    urgency: Urgency = 'asked',
  ): Promise<Result<readonly WaitingCall[], GatewayError>> {
    await this.#pacer.turn(urgency)
    return this.#session.query((gateway, agentId) => gateway.waitingCalls(agentId, skillId))
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
    this.#waitsForOwnQueues = false
  }

  /** Queues worth reading. Without figures (not every gateway gives them) all of them are. */
  async #queuesWithCalls(skillIds: readonly number[], urgency: Urgency): Promise<readonly number[]> {
    if (skillIds.length <= directQueues) return skillIds
    const withCalls: number[] = []
    for (let from = 0; from < skillIds.length; from += figuresPerQuery) {
      const chunk = skillIds.slice(from, from + figuresPerQuery)
      await this.#pacer.turn(urgency)
      const answer = await this.#session.query((gateway, agentId) => gateway.queueFigures(agentId, chunk))
      if (!answer.ok) return skillIds
      const empty = new Set(
        answer.value.filter((queue) => queue.waitingCalls === 0).map((queue) => queue.skillId),
      )
      withCalls.push(...chunk.filter((id) => !empty.has(id)))
    }
    return withCalls
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
