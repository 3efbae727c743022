import type { LoggedRequest } from '../http/request-log.ts'
import type { AgentState, Linkage, Presence } from '../world/agent.ts'
import type { Call, CallPlace } from '../world/call.ts'
import type { WorldObserver } from '../world/history.ts'
import type { World } from '../world/world.ts'

/** Why an agent is signed in no more. `by-others`: an inspector or whoever steers the world. */
export type PresenceEndCause = 'signed-out' | 'taken-over' | 'silence' | 'by-others'

/** What was set at an agent, beside his state. */
export interface AgentSettings {
  readonly autoEnterIdle: boolean
  readonly autoAnswer: boolean
  readonly linkage: Linkage
  /** Queues he is signed in to, ascending. */
  readonly skillIds: readonly number[]
}

/** One thing the server did, in the order it did them. `atMs` never falls. */
export type HistoryEntry =
  /** A request has come; nothing was done yet, and perhaps nothing will be. */
  | { readonly type: 'received'; readonly atMs: number; readonly request: LoggedRequest }
  /**
   * A request was carried out, whatever its client was told: the true answer's code. More than once when a fault doubles
   * it, and never when a fault swallows it. Polls are left out.
   */
  | {
      readonly type: 'carried-out'
      readonly atMs: number
      readonly agentId: string | null
      readonly request: LoggedRequest
      readonly retcode: string | null
    }
  | {
      readonly type: 'presence-began'
      readonly atMs: number
      readonly agentId: string
      /** Identifies the sign-in. */
      readonly loginTimeMs: number
      /** False for a colleague whom the world plays, or a sign-in elsewhere. */
      readonly isClient: boolean
      readonly isAlwaysOffHook: boolean
    }
  | {
      readonly type: 'presence-ended'
      readonly atMs: number
      readonly agentId: string
      readonly cause: PresenceEndCause
      /** Whether the client can learn it from an event. */
      readonly isAnnounced: boolean
    }
  | {
      readonly type: 'settings'
      readonly atMs: number
      readonly agentId: string
      readonly settings: AgentSettings
    }
  | { readonly type: 'state'; readonly atMs: number; readonly agentId: string; readonly state: AgentState }
  | {
      readonly type: 'event'
      readonly atMs: number
      readonly agentId: string
      readonly eventType: string
      readonly content: unknown
    }
  | { readonly type: 'call'; readonly atMs: number; readonly callid: string; readonly place: CallPlace }
  | { readonly type: 'call-ended'; readonly atMs: number; readonly callid: string; readonly from: CallPlace }

const settingsOf = (presence: Presence): AgentSettings => ({
  autoEnterIdle: presence.autoEnterIdle,
  autoAnswer: presence.autoAnswer,
  linkage: presence.linkage,
  skillIds: [...presence.skills].sort((a, b) => a - b),
})

const areSame = (a: AgentSettings, b: AgentSettings): boolean =>
  a.autoEnterIdle === b.autoEnterIdle &&
  a.autoAnswer === b.autoAnswer &&
  a.linkage === b.linkage &&
  a.skillIds.length === b.skillIds.length &&
  a.skillIds.every((skillId, index) => skillId === b.skillIds[index])

/** Takes down what the server does. The truth that checkers compare a client's view with. */
export class History implements WorldObserver {
  readonly #entries: HistoryEntry[] = []
  readonly #settings = new Map<string, AgentSettings>()
  /** Path of the request being carried out. */
  #present: string | null = null

  get entries(): readonly HistoryEntry[] {
    return this.#entries
  }

  received(atMs: number, request: LoggedRequest): void {
    this.#entries.push({ type: 'received', atMs, request })
  }

  /** Runs what carries a request out, so that an end of a session is known by its cause. */
  during<T>(request: LoggedRequest, run: () => T): T {
    this.#present = request.path
    try {
      return run()
    } finally {
      this.#present = null
    }
  }

  carriedOut(atMs: number, agentId: string | null, request: LoggedRequest, retcode: string | null): void {
    this.#entries.push({ type: 'carried-out', atMs, agentId, request, retcode })
  }

  /** Takes down settings that have changed since the last look. */
  look(world: World): void {
    for (const { id, presence } of world.agents.values()) {
      if (presence?.session == null) continue
      const known = this.#settings.get(id)
      const settings = settingsOf(presence)
      if (known !== undefined && areSame(known, settings)) continue
      this.#settings.set(id, settings)
      this.#entries.push({ type: 'settings', atMs: world.nowMs, agentId: id, settings })
    }
  }

  presenceBegan(atMs: number, agentId: string, presence: Presence): void {
    this.#settings.delete(agentId)
    this.#entries.push({
      type: 'presence-began',
      atMs,
      agentId,
      loginTimeMs: presence.loginTimeMs,
      isClient: presence.session !== null,
      isAlwaysOffHook: !presence.releasePhone,
    })
  }

  presenceEnded(atMs: number, agentId: string, manner: 'announced' | 'silent'): void {
    this.#settings.delete(agentId)
    const isAnnounced = manner === 'announced'
    this.#entries.push({
      type: 'presence-ended',
      atMs,
      agentId,
      cause: this.#causeOf(isAnnounced),
      isAnnounced,
    })
  }

  stateChanged(atMs: number, agentId: string, state: AgentState): void {
    this.#entries.push({ type: 'state', atMs, agentId, state })
  }

  eventEmitted(atMs: number, agentId: string, eventType: string, content: unknown): void {
    this.#entries.push({ type: 'event', atMs, agentId, eventType, content })
  }

  callMoved(atMs: number, callid: string, place: CallPlace): void {
    this.#entries.push({ type: 'call', atMs, callid, place })
  }

  callEnded(atMs: number, call: Call): void {
    this.#entries.push({ type: 'call-ended', atMs, callid: call.callid, from: call.place })
  }

  #causeOf(isAnnounced: boolean): PresenceEndCause {
    if (this.#present?.includes('logout') === true) return 'signed-out'
    if (this.#present?.includes('login') === true) return 'taken-over'
    return isAnnounced ? 'by-others' : 'silence'
  }
}
