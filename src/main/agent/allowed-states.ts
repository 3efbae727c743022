import type { AgentState, RequestableState } from '../../shared/domain/agent.ts'
import { unreachable } from '../../shared/result.ts'
import type { GatewayApi, GatewayResult } from '../gateway/gateway-api.ts'

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

/** A rest without a time of its own: a quarter of an hour, no reason. The gateway only reminds when it is over. */
export const defaultRest = { seconds: 900, cause: 0 } as const

/** The call that brings an agent from a state to the one asked for. */
export function requestState(
  gateway: GatewayApi,
  agentId: string,
  from: AgentState,
  to: RequestableState,
): GatewayResult<null> {
  switch (to) {
    case 'idle':
      return from === 'rest' || from === 'rest-requested'
        ? gateway.cancelRest(agentId)
        : gateway.sayIdle(agentId)
    case 'busy':
      return gateway.sayBusy(agentId)
    case 'rest':
      return gateway.rest(agentId, defaultRest.seconds, defaultRest.cause)
    case 'wrap-up':
      return gateway.enterWrapUp(agentId)
    default:
      return unreachable(to)
  }
}
