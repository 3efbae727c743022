import { joinSkillIds } from '../../../shared/domain/skills.ts'
import type { SkillSelection } from '../api/queue-api.ts'
import { query, requestOf, segment, type GatewayRequest } from './request.ts'

const ofAgent = requestOf('onlineagent')
const ofQueue = requestOf('queuedevice')
const ofCall = requestOf('calldata')

/** The list is sent whenever there is one, empty too: "none" must never look like "not said" (cec_07_1209). */
export function resetSkills(agentId: string, skills: SkillSelection, isLinked: boolean): GatewayRequest {
  const phonelinkage = isLinked ? 1 : 0
  const tail =
    skills.mode === 'all'
      ? `/true${query({ phonelinkage })}`
      : `/false${query({ skillid: joinSkillIds(skills.skillIds), phonelinkage })}`
  return ofAgent('resetSkill', 'POST', agentId, `/resetskill${tail}`)
}

export const configuredSkills = (agentId: string): GatewayRequest =>
  ofAgent('queryAgentSkills', 'GET', agentId, '/agentskills')
export const skillsOfAgent = (agentId: string, workNo: string): GatewayRequest =>
  ofAgent('queryAgentSkillsByWorkNo', 'GET', agentId, `/agentskillsbyworkno/${segment(workNo)}`)
export const vdnSkills = (agentId: string): GatewayRequest =>
  ofQueue('querySkillQueueOnAgentVDN', 'GET', agentId, '/agentvdnskill')

export const waitingCalls = (agentId: string, skillId: number): GatewayRequest =>
  ofCall('queryWaitCallInfoBySkillId', 'GET', agentId, `/waitcallinfo/${skillId}`)
export const queueFigures = (agentId: string, skillIds: readonly number[]): GatewayRequest =>
  ofQueue('queryStatInfoOfAcd', 'POST', agentId, '/queryacdstat', { skills: skillIds })
export const transferWaitingCall = (agentId: string, callId: string, toSkillId: number): GatewayRequest =>
  ofCall('assignUserInQueue', 'PUT', agentId, '/assignuserinqueue', { callid: callId, skillid: toSkillId })

/** The 0 says "public queue"; there is no other value. `skillId` as the page spells it (cec_07_1251). */
export const requestWaitingCall = (agentId: string, callId: string, skillId: number): GatewayRequest =>
  requestOf('voicecall')(
    'requestAppointedCall',
    'POST',
    agentId,
    `/requestcall/${segment(callId)}/0${query({ skillId })}`,
  )
