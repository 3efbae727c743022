import type { AgentState } from '../../../shared/domain/agent.ts'
import type { GatewayResult } from './gateway-result.ts'

export interface RosterAgentAnswer {
  readonly agentId: string
  readonly name: string
  readonly state: AgentState
  readonly stateSeconds: number | null
  readonly signedInAt: number | null
}

/** Raw roster of one queue; `agents` carries an agent once per queue he is signed in to (cec_07_0416). */
export interface RosterQueueAnswer {
  readonly skillId: number
  readonly mediaType: number | null
  readonly agents: readonly RosterAgentAnswer[]
}

/** Who is there (protocol 8). Answers may be long: they are read in slices and may take longer than a command. */
export interface RosterApi {
  onlineAgents(agentId: string): GatewayResult<readonly RosterQueueAnswer[]>
  /** Agents signed in to one queue, without those who may not take calls (cec_07_0414). */
  agentsOfQueue(agentId: string, skillId: number): GatewayResult<readonly RosterAgentAnswer[]>
  /** Every agent of the VDN, signed in to a queue or to none. */
  allAgentStatus(agentId: string): GatewayResult<readonly RosterAgentAnswer[]>
}
