import type { AgentState, RestReason } from '../../../shared/domain/agent.ts'
import type { GatewayResult } from './gateway-result.ts'

/** Why the agent is busy, and that a busy agent changes the reason (cec_07_1211). */
export interface BusyReason {
  /** 200 to 250, with a meaning of the customer's own. */
  readonly reason: number
  /** Must be true to change the reason while busy. */
  readonly isProlonged?: boolean
}

export type { RestReason } from '../../../shared/domain/agent.ts'

/** The agent's own state, and what follows a call (protocol 6.1). */
export interface AgentStateApi {
  agentStatus(agentId: string): GatewayResult<{ readonly state: AgentState; readonly isInCall: boolean }>
  sayIdle(agentId: string): GatewayResult<null>
  sayBusy(agentId: string, busy?: BusyReason): GatewayResult<null>
  cancelBusy(agentId: string): GatewayResult<null>
  enterWrapUp(agentId: string): GatewayResult<null>
  cancelWrapUp(agentId: string): GatewayResult<null>
  /** Asks for 1 to 86,399 seconds; `cause` is 0 to 255, 0 for none. `isProlonged` must be true while resting. */
  rest(agentId: string, seconds: number, cause: number, isProlonged?: boolean): GatewayResult<null>
  cancelRest(agentId: string): GatewayResult<null>
  restReasons(agentId: string): GatewayResult<readonly RestReason[]>

  setAutoIdle(agentId: string, autoIdle: boolean): GatewayResult<null>
  /** Whether incoming calls are answered by themselves (cec_07_1208). No interface returns it. */
  setAutoAnswer(agentId: string, autoAnswer: boolean): GatewayResult<null>

  /** A number from 0 to 65,534 whose meaning is the customer's (cec_07_1228). */
  setCustomState(agentId: string, customState: number): GatewayResult<null>
  /** Null = none is set. */
  customState(agentId: string): GatewayResult<number | null>
  cancelCustomState(agentId: string): GatewayResult<null>
}
