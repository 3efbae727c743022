import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AppError } from '../../shared/app-error.ts'
import type { RosterAgent, RosterSnapshot } from '../../shared/domain/roster.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { RosterQueueAnswer } from '../gateway/gateway-api.ts'
import { toAppError } from '../gateway/gateway-error.ts'
import type { GatewaySession } from '../session/gateway-session.ts'
import { isActive } from '../session/session-state.ts'
import type { Clock } from '../time/clock.ts'
import { neverRead } from './desk-state.ts'
import type { QueryPacer, Urgency } from './query-pacer.ts'

/** An agent stands once in every queue he is signed in to; the roster shows him once with all of them. */
export function mergeRoster(answer: readonly RosterQueueAnswer[]): readonly RosterAgent[] {
  const byId = new Map<string, RosterAgent & { skillIds: number[] }>()
  for (const queue of answer) {
    for (const agent of queue.agents) {
      const known = byId.get(agent.agentId)
      if (known === undefined) byId.set(agent.agentId, { ...agent, skillIds: [queue.skillId] })
      else if (!known.skillIds.includes(queue.skillId)) known.skillIds.push(queue.skillId)
    }
  }
  const agents = [...byId.values()]
  for (const agent of agents) agent.skillIds.sort((a, b) => a - b)
  return agents.sort((a, b) => Number(a.agentId) - Number(b.agentId) || a.agentId.localeCompare(b.agentId))
}

/** Queues in which an agent stands; none when he is missing, because agents without queues are not listed. */
export function skillsOf(agentId: string, answer: readonly RosterQueueAnswer[]): readonly number[] {
  return answer
    .filter((queue) => queue.agents.some((agent) => agent.agentId === agentId))
    .map((queue) => queue.skillId)
    .sort((a, b) => a - b)
}

const emptyRoster: RosterSnapshot = { revision: 0, read: neverRead, agents: [], queues: [] }

/** Up to here everything is done in a moment. */
const fewAgents = 1_000

type RosterListener = (roster: RosterSnapshot) => void

/**
 * Reads the roster and keeps the last good one. It is kept apart from the desk's state because it may hold 25,000 rows
 * and goes only to windows that show it.
 */
export class RosterReader {
  #snapshot = emptyRoster
  /** Readings are numbered as they begin; an older one never replaces a newer one. */
  #asked = 0
  #shown = 0
  readonly #listeners = new Set<RosterListener>()
  readonly #session: Pick<GatewaySession, 'state' | 'query'>
  readonly #clock: Pick<Clock, 'now'>
  readonly #pacer: Pick<QueryPacer, 'turn'>
  readonly #onOwnSkills: (skillIds: readonly number[], readSince: number) => void

  constructor(deps: {
    session: Pick<GatewaySession, 'state' | 'query'>
    clock: Pick<Clock, 'now'>
    pacer: Pick<QueryPacer, 'turn'>
    /** What every reading says about the agent's own queues, with the time the reading began. */
    onOwnSkills: (skillIds: readonly number[], readSince: number) => void
  }) {
    this.#session = deps.session
    this.#clock = deps.clock
    this.#pacer = deps.pacer
    this.#onOwnSkills = deps.onOwnSkills
  }

  get snapshot(): RosterSnapshot {
    return this.#snapshot
  }

  subscribe(listener: RosterListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async refresh(urgency: Urgency = 'asked'): Promise<Result<null, AppError>> {
    const { state } = this.#session
    if (!isActive(state)) return err({ code: 'not-connected' })
    // Only while there is nothing good to show: 25,000 rows are not sent again just to say "reading".
    if (this.#snapshot.read.readAt === null)
      this.#change({ read: { ...this.#snapshot.read, isLoading: true } })
    await this.#pacer.turn(urgency)
    const number = ++this.#asked
    const readSince = this.#clock.now()
    const answer = await this.#session.query((gateway, agentId) => gateway.onlineAgents(agentId))
    const agents = answer.ok ? mergeRoster(answer.value) : []
    // Sending 25,000 rows to a window takes as long as merging them: clicks get through in between.
    if (agents.length > fewAgents) await nextTurn()
    // A reading that began later has come back already, or the session is another one: this one is old news.
    if (number < this.#shown) return err({ code: 'superseded' })
    this.#shown = number
    if (!answer.ok) {
      const error = toAppError(answer.error)
      this.#change({ read: { ...this.#snapshot.read, isLoading: false, error } })
      return err(error)
    }
    this.#change({
      read: { isLoading: false, readAt: this.#clock.now(), error: null },
      agents,
      queues: answer.value.map(({ skillId, mediaType, agents }) => ({
        skillId,
        mediaType,
        agentCount: agents.length,
      })),
    })
    this.#onOwnSkills(skillsOf(state.agentId, answer.value), readSince)
    return ok(null)
  }

  /** Forgets everything: the roster belongs to the session that has ended. */
  clear(): void {
    this.#shown = this.#asked + 1
    this.#asked = this.#shown
    this.#change({ read: neverRead, agents: [], queues: [] })
  }

  #change(change: Partial<RosterSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change, revision: this.#snapshot.revision + 1 }
    for (const listener of this.#listeners) listener(this.#snapshot)
  }
}
