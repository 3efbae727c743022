import { requestOf, type GatewayRequest } from './request.ts'

const ofGroup = requestOf('agentgroup')

export const onlineAgents = (agentId: string): GatewayRequest =>
  ofGroup('queryAllOnlineAgents', 'GET', agentId, '/allonlineagents')
/** Without the optional body: many proxies drop or refuse the body of a GET. */
export const agentsOfQueue = (agentId: string, skillId: number): GatewayRequest =>
  ofGroup('queryAgentInfoBySkillId', 'GET', agentId, `/agentbyskill/${skillId}`)
export const allAgentStatus = (agentId: string): GatewayRequest =>
  ofGroup('getAllStatusAgents', 'GET', agentId, '/allagentstatus')
