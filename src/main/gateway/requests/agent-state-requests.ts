import type { BusyReason } from '../api/agent-state-api.ts'
import { query, requestOf, type GatewayRequest } from './request.ts'

const ofAgent = requestOf('onlineagent')

/** Said only when it is true: false is the documented default. */
const prolong = (isProlonged: boolean | undefined): true | undefined =>
  isProlonged === true ? true : undefined

export const agentStatus = (agentId: string): GatewayRequest =>
  ofAgent('getAgentStatus', 'GET', agentId, '/agentstatus')
export const sayIdle = (agentId: string): GatewayRequest => ofAgent('sayFree', 'POST', agentId, '/sayfree')
export const sayBusy = (agentId: string, busy?: BusyReason): GatewayRequest =>
  ofAgent(
    'sayBusy',
    'POST',
    agentId,
    `/saybusy${query({ reason: busy?.reason, prolong: prolong(busy?.isProlonged) })}`,
  )
export const cancelBusy = (agentId: string): GatewayRequest =>
  ofAgent('cancelBusy', 'POST', agentId, '/cancelbusy')
export const enterWrapUp = (agentId: string): GatewayRequest => ofAgent('sayWork', 'POST', agentId, '/work')
export const cancelWrapUp = (agentId: string): GatewayRequest =>
  ofAgent('cancelWork', 'POST', agentId, '/cancelwork')
export const rest = (agentId: string, seconds: number, cause: number, isProlonged = false): GatewayRequest =>
  ofAgent('rest', 'POST', agentId, `/rest/${seconds}/${cause}${query({ prolong: prolong(isProlonged) })}`)
export const cancelRest = (agentId: string): GatewayRequest =>
  ofAgent('cancelRest', 'POST', agentId, '/cancelrest')
export const restReasons = (agentId: string): GatewayRequest =>
  requestOf('agentgroup')('getAgentRestReason', 'GET', agentId, '/restreason')

export const setAutoIdle = (agentId: string, autoIdle: boolean): GatewayRequest =>
  ofAgent('setAgentAutoEnterIdle', 'POST', agentId, `/autoenteridle/${autoIdle}`)
export const setAutoAnswer = (agentId: string, autoAnswer: boolean): GatewayRequest =>
  ofAgent('setAgentAutoAnswer', 'POST', agentId, `/autoanswer/${autoAnswer}`)

export const setCustomState = (agentId: string, customState: number): GatewayRequest =>
  ofAgent('setCustomState', 'POST', agentId, `/setcustomstate${query({ customstate: customState })}`)
export const customState = (agentId: string): GatewayRequest =>
  ofAgent('queryCustomState', 'GET', agentId, '/querycustomstate')
export const cancelCustomState = (agentId: string): GatewayRequest =>
  ofAgent('cancelSetCustomState', 'POST', agentId, '/cancelsetcustomstate')
