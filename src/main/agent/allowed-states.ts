import { requestableStates, type AgentState, type RequestableState } from '../../shared/domain/agent.ts'
import type { TruthLine } from '../../shared/domain/truth-line.ts'
import { unreachable } from '../../shared/result.ts'
import type { GatewayApi, GatewayResult } from '../gateway/gateway-api.ts'
import type { AskedState, DeskState } from './desk-state.ts'

/**
 * States an agent may ask for from a state (protocol 6.1 and 6.3). During a call and in wrap-up busy and rest are taken
 * note of and come when it is over. From an unknown state everything may be asked: the gateway decides.
 */
export const allowedStates: Readonly<Record<AgentState, readonly RequestableState[]>> = {
  unknown: ['idle', 'busy', 'rest', 'wrap-up'],
  'signed-out': [],
  idle: ['busy', 'rest', 'wrap-up'],
  busy: ['idle', 'rest', 'wrap-up'],
  'wrap-up': ['idle', 'busy', 'rest'],
  talking: ['busy', 'rest'],
  rest: ['idle'],
  'rest-requested': ['idle'],
}

/** The state as far as it is certain: what was seen before the last gap says nothing about the time after it. */
export function certainState({ agentState, trustedFrom }: DeskState): AgentState {
  const { seen } = agentState.line
  return seen !== null && trustedFrom !== null && seen.at >= trustedFrom ? seen.value : 'unknown'
}

/** A request is under way, is noted, or got no answer: the present state may not be the last word. */
export function hasOpenRequest({ isPending, accepted, failure }: TruthLine<AgentState>): boolean {
  return isPending || accepted !== null || failure?.isOutcomeUnknown === true
}

/** States that may be asked for now: all of them where the present one is in doubt. */
export function askableStates(state: DeskState): readonly RequestableState[] {
  const isInDoubt = state.session.phase !== 'online'
  const mayStillAct = state.agentState.line.failure?.isOutcomeUnknown === true
  return isInDoubt || mayStillAct ? requestableStates : allowedStates[certainState(state)]
}

/**
 * The call that brings an agent from a state to the one asked for. Of the same state only the reason, or the end of a rest,
 * can change, and the gateway wants to be told that this is meant (cec_07_1211, cec_07_1213).
 */
export function requestState(
  gateway: GatewayApi,
  agentId: string,
  from: AgentState,
  { state: to, reason, restSeconds }: AskedState,
): GatewayResult<null> {
  const isProlonged = from === to
  switch (to) {
    case 'idle':
      return from === 'rest' || from === 'rest-requested'
        ? gateway.cancelRest(agentId)
        : gateway.sayIdle(agentId)
    case 'busy':
      return reason === null
        ? gateway.sayBusy(agentId)
        : gateway.sayBusy(agentId, { reason, ...(isProlonged ? { isProlonged } : {}) })
    case 'rest':
      return isProlonged
        ? gateway.rest(agentId, restSeconds, reason ?? 0, true)
        : gateway.rest(agentId, restSeconds, reason ?? 0)
    case 'wrap-up':
      return gateway.enterWrapUp(agentId)
    default:
      return unreachable(to)
  }
}
