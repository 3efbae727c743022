import type { CallView } from '../../shared/domain/desk-snapshot.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'
import type { GatewaySession } from '../session/gateway-session.ts'
import type { Clock } from '../time/clock.ts'
import type { DeskStore } from './desk-store.ts'

/** Reads the call the agent has at this moment, where events may have been lost. */
export class PresentCall {
  readonly #store: DeskStore
  readonly #session: GatewaySession
  readonly #clock: Clock

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
      if (before !== null && (before.callId === null || before.callId === present.callId)) {
        const known = { callId: present.callId, caller: before.caller ?? present.caller }
        return { ...state, call: { ...before, ...known } }
      }
      const call: CallView = {
        callId: present.callId,
        caller: present.caller,
        phase: 'talking',
        since: present.beganAt ?? this.#clock.now(),
      }
      return { ...state, call }
    })
    return ok(null)
  }
}
