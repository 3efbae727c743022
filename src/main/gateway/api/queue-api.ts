import type { QueueFigures } from '../../../shared/domain/queues.ts'
import type { SkillQueue } from '../../../shared/domain/skills.ts'
import type { WaitingCall } from '../../../shared/domain/waiting.ts'
import type { GatewayResult } from './gateway-result.ts'

/** The queues to sign in to. */
export type SkillSelection =
  { readonly mode: 'all' } | { readonly mode: 'list'; readonly skillIds: readonly number[] }

/** Skill queues and the calls that wait in them (protocol 7). */
export interface QueueApi {
  /**
   * Replaces the queues the agent is signed in to. `all` sends no skill list; a list, even an empty one, is always sent
   * (docs/adr). The linkage flag goes with every reset.
   */
  resetSkills(agentId: string, skills: SkillSelection, isLinked: boolean): GatewayResult<null>
  configuredSkills(agentId: string): GatewayResult<readonly SkillQueue[]>
  /** The configured queues of a colleague in the same VDN (cec_07_1207). */
  skillsOfAgent(agentId: string, workNo: string): GatewayResult<readonly SkillQueue[]>
  vdnSkills(agentId: string): GatewayResult<readonly SkillQueue[]>

  waitingCalls(agentId: string, skillId: number): GatewayResult<readonly WaitingCall[]>
  queueFigures(agentId: string, skillIds: readonly number[]): GatewayResult<readonly QueueFigures[]>
  transferWaitingCall(agentId: string, callId: string, toSkillId: number): GatewayResult<null>
  /** Pulls a waiting call of a public queue to the agent himself (cec_07_1251); not while a call is held. */
  requestWaitingCall(agentId: string, callId: string, skillId: number): GatewayResult<null>
}
