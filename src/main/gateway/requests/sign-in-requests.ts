import type { SignInRequest } from '../api/sign-in-api.ts'
import { requestOf, type GatewayRequest } from './request.ts'

const ofAgent = requestOf('onlineagent')

/** Fields with a documented default that suits the desk are left out; `releasephone` has two documented defaults. */
function signInBody(asked: SignInRequest): object {
  return {
    password: asked.password,
    phonenum: asked.phone,
    autoenteridle: asked.autoIdle,
    releasephone: !asked.isAlwaysOffHook,
    phonelinkage: asked.isLinked,
  }
}

export const signIn = (asked: SignInRequest): GatewayRequest =>
  ofAgent('login', 'PUT', asked.agentId, '', signInBody(asked))
export const forceSignIn = (asked: SignInRequest): GatewayRequest =>
  ofAgent('forceLogin', 'PUT', asked.agentId, '/forcelogin', signInBody(asked))

export const signOut = (agentId: string): GatewayRequest => ofAgent('logout', 'DELETE', agentId, '/logout')
export const forceSignOut = (agentId: string): GatewayRequest =>
  ofAgent('forceLogout', 'DELETE', agentId, '/forcelogout')
export const forceSignOutWithReason = (agentId: string, reason: number): GatewayRequest =>
  ofAgent('forceLogoutWithReason', 'DELETE', agentId, `/forcelogoutwithreason/${reason}`)

/** The older form of this interface carries both passwords in its URL, where proxies write them down; it is not used. */
export const changePassword = (agentId: string, oldPassword: string, newPassword: string): GatewayRequest =>
  ofAgent('modifyAccountPwdEx', 'POST', agentId, '/modifyaccountpwdex', { oldPassword, newPassword })

export const pollEvent = (agentId: string): GatewayRequest =>
  requestOf('agentevent')('getAgentEvent', 'GET', agentId, '')
export const handshake = (agentId: string): GatewayRequest =>
  ofAgent('handShake', 'POST', agentId, '/handshake')
export const heartbeat = (agentId: string): GatewayRequest =>
  ofAgent('heartBeat', 'PUT', agentId, '/heartbeat')
