import type { AppError } from '../../shared/app-error.ts'
import type { CallRequest } from '../../shared/domain/call.ts'
import { callRefusal, type CallAction, type CallRefusal } from '../../shared/domain/call-control.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { GatewayApi, GatewayResult } from '../gateway/gateway-api.ts'
import { isOutcomeUnknown, toAppError, type GatewayError } from '../gateway/gateway-error.ts'
import type { GatewaySession, JournalPort } from '../session/gateway-session.ts'
import type { Cancel, Clock } from '../time/clock.ts'
import type { AgentStateCommand } from './agent-state-command.ts'
import { callUnavailable, circumstances, rejectsAtPhone } from './call-actions.ts'
import type { CallFacts } from './call-facts.ts'
import type { Door } from './desk-service.ts'
import type { DeskStore } from './desk-store.ts'
import type { PresentCall } from './present-call.ts'

/** How long the event of an accepted action may take before the state is read instead. */
const eventPatienceMs = 1_500

export interface CallControlDeps {
  readonly store: DeskStore
  readonly session: GatewaySession
  readonly clock: Clock
  readonly journal: JournalPort
  readonly agentState: Pick<AgentStateCommand, 'readState'>
  readonly presentCall: Pick<PresentCall, 'read'>
}

/**
 * What the agent does with the present call. Each action is sent once, after the commands before it, and only to the call
 * it was asked for: one that waited behind another command while its call ended must not end the next one.
 */
export class CallControl {
  readonly #deps: CallControlDeps
  #cancelLook: Cancel = () => undefined

  constructor(deps: CallControlDeps) {
    this.#deps = deps
  }

  /** Answers when the gateway has answered; what follows is seen in the snapshot. Never repeated by itself. */
  async request(action: CallAction, door: Door): Promise<Result<null, AppError>> {
    const { store, clock, journal, session } = this.#deps
    const reason = callRefusal(action, store.snapshot)
    if (reason === 'not-signed-in' || reason === 'session-changing') return err({ code: 'not-connected' })
    const { call } = store.state
    journal.record({
      kind: 'command',
      name: 'call',
      cause: door,
      details: { what: action, callId: call?.callId ?? null },
    })
    if (reason !== null || call === null) return err(refusalError(reason ?? 'no-call'))
    const asked: CallRequest = { action, at: clock.now(), outcome: 'pending', error: null }
    this.#change(call, (present) => ({ ...present, asked }))
    const answer = await session.command(async (gateway, agentId) => {
      const present = this.#sameAs(call)
      // The call has ended, or was answered elsewhere, while other commands were under way.
      const around = circumstances(store.state)
      if (present === null || callUnavailable(action, { ...present, asked: null }, around) !== null) {
        return err({ kind: 'aborted', wasSent: false })
      }
      return carryOut(gateway, agentId, action, present, rejectsAtPhone(present, around.isLinked))
    })
    return answer.ok ? this.#accepted(call, asked) : this.#failed(call, asked, answer.error)
  }

  #accepted(call: CallFacts, asked: CallRequest): Result<null, AppError> {
    const { action } = asked
    if (action === 'mute' || action === 'unmute') {
      // No event tells of it: the answer is all there is.
      this.#settle(call, asked, null, { isMuted: action === 'mute' })
    } else if (this.#settle(call, asked, { ...asked, outcome: 'accepted' })) {
      this.#lookLater(call)
    }
    return ok(null)
  }

  async #failed(call: CallFacts, asked: CallRequest, cause: GatewayError): Promise<Result<null, AppError>> {
    const hasNotLeft = cause.kind === 'aborted' && !cause.wasSent
    const error: AppError = hasNotLeft ? { code: 'superseded' } : toAppError(cause)
    const isUnknown = isOutcomeUnknown(cause)
    const isOfMute = asked.action === 'mute' || asked.action === 'unmute'
    this.#settle(
      call,
      asked,
      hasNotLeft ? null : { ...asked, outcome: isUnknown ? 'unknown' : 'refused', error },
      isOfMute && isUnknown ? { isMuted: null } : {},
    )
    // The refusal or the silence says that we know the call badly: ask for it.
    if (!hasNotLeft) await this.#readBack()
    return err(error)
  }

  /** Ends the request `asked`, unless an event or a newer request has ended it. True when it did. */
  #settle(
    call: CallFacts,
    asked: CallRequest,
    outcome: CallRequest | null,
    change: Partial<CallFacts> = {},
  ): boolean {
    const isOpen = this.#sameAs(call)?.asked === asked
    this.#change(call, (present) => ({ ...present, ...change, asked: isOpen ? outcome : present.asked }))
    return isOpen
  }

  /** The session is over: nothing of its calls is looked for any more. */
  stop(): void {
    this.#cancelLook()
  }

  /** One call has one request under way at most, so that one look is enough. */
  #lookLater(call: CallFacts): void {
    this.#cancelLook()
    this.#cancelLook = this.#deps.clock.after(eventPatienceMs, () => {
      if (this.#sameAs(call)?.asked?.outcome !== 'accepted') return
      void this.#readBack().then(() => {
        // What was accepted and had no visible effect is not under way for ever: it may be asked for again.
        this.#change(call, (present) =>
          present.asked?.outcome === 'accepted' ? { ...present, asked: null } : present,
        )
      })
    })
  }

  async #readBack(): Promise<void> {
    const { agentState, presentCall } = this.#deps
    const state = await agentState.readState()
    if (state.ok && state.value.isInCall) await presentCall.read()
  }

  /** The present call, if it is still that one. */
  #sameAs({ beganAt, callId }: CallFacts): CallFacts | null {
    const { call } = this.#deps.store.state
    if (call?.beganAt !== beganAt) return null
    return callId === null || call.callId === callId ? call : null
  }

  #change(call: CallFacts, change: (present: CallFacts) => CallFacts): void {
    const present = this.#sameAs(call)
    if (present !== null) this.#deps.store.update((state) => ({ ...state, call: change(present) }))
  }
}

/** The same reason as beside the button, for doors that were asked an instant before it changed. */
function refusalError(reason: CallRefusal): AppError {
  if (reason === 'gateway-silent') return { code: 'unreachable' }
  return reason === 'under-way'
    ? { code: 'superseded' }
    : { code: 'refused', reason: 'not-now', unavailable: reason }
}

function carryOut(
  gateway: GatewayApi,
  agentId: string,
  action: CallAction,
  { callId }: CallFacts,
  isRejectedAtPhone: boolean,
): GatewayResult<null> {
  switch (action) {
    case 'answer':
      return gateway.answerCall(agentId, callId ?? undefined)
    case 'hold':
      return gateway.holdCall(agentId)
    case 'retrieve':
      return gateway.retrieveCall(agentId, callId ?? undefined)
    case 'mute':
      return gateway.mute(agentId)
    case 'unmute':
      return gateway.unmute(agentId)
    case 'release':
      return gateway.releaseCall(agentId)
    case 'pick-up':
      return gateway.pickUpPhone(agentId)
    case 'reject':
      return isRejectedAtPhone ? gateway.hangUpPhone(agentId) : gateway.releaseCall(agentId)
  }
}
