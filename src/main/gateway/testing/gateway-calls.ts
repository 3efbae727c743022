import type { Result } from '../../../shared/result.ts'
import type { GatewayApi } from '../gateway-api.ts'
import type { GatewayError } from '../gateway-error.ts'
import { HttpGateway } from '../http-gateway.ts'
import { answer, ScriptedTransport, type ScriptEntry } from './scripted-transport.ts'

export const guid = '0d2ae0f3-3b6c-4f1c-9c39-1f2a63f2a001.AgentGateway1'
export const signInRequest = {
  agentId: '101',
  password: 'Deskside#101',
  phone: '8101',
  isAlwaysOffHook: true,
  autoIdle: true,
  isLinked: false,
}
export const signal: AbortSignal = new AbortController().signal
export const done = answer({ message: 'success', retcode: '0', result: {} })
export const signedIn = (value = guid) =>
  answer({ message: '', retcode: '0', result: {} }, { headers: { 'Set-GUID': `JSESSIONID=${value}` } })

export type GatewayCall = (gateway: GatewayApi) => Promise<Result<unknown, GatewayError>>

type Named = readonly (readonly [string, GatewayCall])[]

/** Every method that ends the session. */
export const signOuts: Named = [
  ['signOut', (gateway) => gateway.signOut('101')],
  ['forceSignOut', (gateway) => gateway.forceSignOut('101')],
  ['forceSignOutWithReason', (gateway) => gateway.forceSignOutWithReason('101', 7)],
]
/** Every other method that changes something and whose result says nothing. */
export const operations: Named = [
  ['changePassword', (gateway) => gateway.changePassword('101', 'Deskside#101', 'Deskside#new')],
  ['sayIdle', (gateway) => gateway.sayIdle('101')],
  ['sayBusy', (gateway) => gateway.sayBusy('101', { reason: 200 })],
  ['cancelBusy', (gateway) => gateway.cancelBusy('101')],
  ['enterWrapUp', (gateway) => gateway.enterWrapUp('101')],
  ['cancelWrapUp', (gateway) => gateway.cancelWrapUp('101')],
  ['rest', (gateway) => gateway.rest('101', 60, 0)],
  ['cancelRest', (gateway) => gateway.cancelRest('101')],
  ['setAutoIdle', (gateway) => gateway.setAutoIdle('101', true)],
  ['setAutoAnswer', (gateway) => gateway.setAutoAnswer('101', true)],
  ['setCustomState', (gateway) => gateway.setCustomState('101', 3)],
  ['cancelCustomState', (gateway) => gateway.cancelCustomState('101')],
  ['resetSkills', (gateway) => gateway.resetSkills('101', { mode: 'all' }, true)],
  ['transferWaitingCall', (gateway) => gateway.transferWaitingCall('101', '1-1', 2)],
  ['requestWaitingCall', (gateway) => gateway.requestWaitingCall('101', '1-1', 2)],
  ['answerCall', (gateway) => gateway.answerCall('101')],
  ['releaseCall', (gateway) => gateway.releaseCall('101')],
  ['holdCall', (gateway) => gateway.holdCall('101')],
  ['retrieveCall', (gateway) => gateway.retrieveCall('101')],
  ['mute', (gateway) => gateway.mute('101')],
  ['unmute', (gateway) => gateway.unmute('101')],
  ['sendDigits', (gateway) => gateway.sendDigits('101', '1')],
  ['transferCall', (gateway) => gateway.transferCall('101', { to: 'queue', skillId: 2, mode: 'release' })],
  ['pickUpPhone', (gateway) => gateway.pickUpPhone('101')],
  ['hangUpPhone', (gateway) => gateway.hangUpPhone('101')],
]
/** Every method that changes something and answers with nothing but success. */
export const commands: Named = [...signOuts, ...operations]
/** Every method that changes something and has a result. */
export const orders: Named = [['callOut', (gateway) => gateway.callOut('101', { called: '1' })]]
/** Every method that reads a list. */
export const lists: Named = [
  ['configuredSkills', (gateway) => gateway.configuredSkills('101')],
  ['skillsOfAgent', (gateway) => gateway.skillsOfAgent('101', '102')],
  ['vdnSkills', (gateway) => gateway.vdnSkills('101')],
  ['waitingCalls', (gateway) => gateway.waitingCalls('101', 1)],
  ['queueFigures', (gateway) => gateway.queueFigures('101', [1])],
  ['onlineAgents', (gateway) => gateway.onlineAgents('101')],
  ['agentsOfQueue', (gateway) => gateway.agentsOfQueue('101', 1)],
  ['allAgentStatus', (gateway) => gateway.allAgentStatus('101')],
  ['restReasons', (gateway) => gateway.restReasons('101')],
  ['callInfo', (gateway) => gateway.callInfo('101')],
]
export const signIns: Named = [
  ['signIn', (gateway) => gateway.signIn(signInRequest)],
  ['forceSignIn', (gateway) => gateway.forceSignIn(signInRequest)],
]
/** Every method that reads one thing. */
export const readings: Named = [
  ['pollEvent', (gateway) => gateway.pollEvent('101', signal)],
  ['agentStatus', (gateway) => gateway.agentStatus('101')],
  ['customState', (gateway) => gateway.customState('101')],
  ['dayStatistics', (gateway) => gateway.dayStatistics('101')],
  ['handshake', (gateway) => gateway.handshake('101')],
  ['heartbeat', (gateway) => gateway.heartbeat('101')],
]
/** Every method that reads one thing which may not be there. */
export const finds: Named = [['callInfoById', (gateway) => gateway.callInfoById('101', '1-1')]]
/** Every method that changes nothing. */
export const queries: Named = [...lists, ...readings, ...finds]
/** Every method of the interface that sends a request. */
export const all: Named = [...commands, ...orders, ...signIns, ...queries]

/** One call of a fresh client whose transport follows the script. */
export async function run(call: GatewayCall, ...scripts: readonly ScriptEntry[]) {
  const transport = new ScriptedTransport(...scripts)
  const result = await call(new HttpGateway(transport))
  return { result, transport }
}
