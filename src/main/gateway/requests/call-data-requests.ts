import { requestOf, segment, type GatewayRequest } from './request.ts'

const ofCall = requestOf('calldata')

/** Without the last call that has ended: only the present ones are asked for (query of a public client, no page). */
export const callInfo = (agentId: string): GatewayRequest =>
  ofCall('queryCallInfo', 'GET', agentId, '/callinfo?isNoContainLastCall=true')
export const callInfoById = (agentId: string, callId: string): GatewayRequest =>
  ofCall('queryCallInfoByCallId', 'GET', agentId, `/callinfobycallid/${segment(callId)}`)
export const dayStatistics = (agentId: string): GatewayRequest =>
  ofCall('queryCallStatisticsInfo', 'GET', agentId, '/statistics')
