import { ok, type Result } from '../../shared/result.ts'
import type { CallAbout } from '../gateway/events/call-event.ts'
import type { CallInfo } from '../gateway/gateway-api.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'
import type { GatewaySession } from '../session/gateway-session.ts'
import type { Clock } from '../time/clock.ts'
import { describeCall, newCall, type CallFacts } from './call-facts.ts'
import type { DeskStore } from './desk-store.ts'

/** Reads the call the agent has at this moment, where events may have been lost. */
export class PresentCall {
  readonly #store: DeskStore
  readonly #session: GatewaySession
  readonly #clock: Clock
  #filled: string | null = null

  constructor(deps: { store: DeskStore; session: GatewaySession; clock: Clock }) {
    this.#store = deps.store
    this.#session = deps.session
    this.#clock = deps.clock
  }

  /**
   * Fills in the call when the agent is in one that no event told of. A call that events know better is left as it is,
   * and whether there is a call at all is decided by the agent's state.
   */
  async read(): Promise<Result<null, GatewayError>> {
    const before = this.#store.state.call
    const answer = await this.#session.query((gateway, agentId) => gateway.callInfo(agentId))
    if (!answer.ok) return answer
    const [present] = answer.value
    this.#store.update((state) => {
      // An event came meanwhile: it is newer than what was asked for.
      if (state.call !== before || present === undefined) return state
      const isKnown = before !== null && (before.callId === null || before.callId === present.callId)
      const call = isKnown ? before : foundCall(present.beganAt ?? this.#clock.now())
      return { ...state, call: describeCall(call, present.callId, aboutOf(present)) }
    })
    return ok(null)
  }

  /**
   * Reads the queue and the type of a call that an event has named: few events tell them. Asked once for each call, and
   * not again when it fails: they only say more about what is known already.
   */
  async fill(): Promise<void> {
    const callId = this.#store.state.call?.callId ?? null
    if (callId === null || callId === this.#filled) return
    this.#filled = callId
    const answer = await this.#session.query((gateway, agentId) => gateway.callInfo(agentId))
    const found = answer.ok ? answer.value.find((each) => each.callId === callId) : undefined
    if (found === undefined) return
    this.#store.update((state) =>
      state.call?.callId === callId
        ? { ...state, call: describeCall(state.call, callId, aboutOf(found)) }
        : state,
    )
  }
}

/** A call that no event told of: when it was answered, and whether it is muted, nobody saw. */
function foundCall(at: number): CallFacts {
  return { ...newCall('talking', at), answeredAt: null, isMuted: null }
}

function aboutOf({ caller, called, feature, callSkillId }: CallInfo): CallAbout {
  return { caller, called, feature, skillId: callSkillId, mediaType: null, transferredBy: null }
}
