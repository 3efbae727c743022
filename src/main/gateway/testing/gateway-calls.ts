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

/** Every method that changes something. */
export const commands: readonly (readonly [string, GatewayCall])[] = [
  ['signOut', (gateway) => gateway.signOut('101')],
  ['forceSignOut', (gateway) => gateway.forceSignOut('101')],
  ['sayIdle', (gateway) => gateway.sayIdle('101')],
  ['sayBusy', (gateway) => gateway.sayBusy('101')],
  ['cancelBusy', (gateway) => gateway.cancelBusy('101')],
  ['enterWrapUp', (gateway) => gateway.enterWrapUp('101')],
  ['cancelWrapUp', (gateway) => gateway.cancelWrapUp('101')],
  ['rest', (gateway) => gateway.rest('101', 60, 0)],
  ['cancelRest', (gateway) => gateway.cancelRest('101')],
  ['setAutoIdle', (gateway) => gateway.setAutoIdle('101', true)],
  ['resetSkills', (gateway) => gateway.resetSkills('101', { mode: 'all' }, true)],
  ['transferWaitingCall', (gateway) => gateway.transferWaitingCall('101', '1-1', 2)],
]
/** Every method that reads a list. */
export const lists: readonly (readonly [string, GatewayCall])[] = [
  ['configuredSkills', (gateway) => gateway.configuredSkills('101')],
  ['vdnSkills', (gateway) => gateway.vdnSkills('101')],
  ['waitingCalls', (gateway) => gateway.waitingCalls('101', 1)],
  ['queueFigures', (gateway) => gateway.queueFigures('101', [1])],
  ['onlineAgents', (gateway) => gateway.onlineAgents('101')],
]
export const others: readonly (readonly [string, GatewayCall])[] = [
  ['signIn', (gateway) => gateway.signIn(signInRequest)],
  ['forceSignIn', (gateway) => gateway.forceSignIn(signInRequest)],
  ['pollEvent', (gateway) => gateway.pollEvent('101', signal)],
  ['agentStatus', (gateway) => gateway.agentStatus('101')],
]
/** Every method that changes nothing. */
export const queries = [...lists, ...others.slice(2)]
/** Every method of the interface that sends a request. */
export const all = [...commands, ...lists, ...others]

/** One call of a fresh client whose transport follows the script. */
export async function run(call: GatewayCall, ...scripts: readonly ScriptEntry[]) {
  const transport = new ScriptedTransport(...scripts)
  const result = await call(new HttpGateway(transport))
  return { result, transport }
}
