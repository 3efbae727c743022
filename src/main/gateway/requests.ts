import { joinSkillIds } from '../../shared/domain/skills.ts'
import type { SignInRequest } from './gateway-api.ts'
import type { HttpMethod } from './transport.ts'

/** What a request says, before the transport matters. */
export interface GatewayRequest {
  readonly method: HttpMethod
  /** Below `/agentgateway/resource`, with query. */
  readonly path: string
  readonly body: object | null
}

type SkillSelection =
  { readonly mode: 'all' } | { readonly mode: 'list'; readonly skillIds: readonly number[] }

const segment = encodeURIComponent

function request(method: HttpMethod, path: string, body: object | null = null): GatewayRequest {
  return { method, path, body }
}

function ofAgent(method: HttpMethod, agentId: string, tail: string): GatewayRequest {
  return request(method, `/onlineagent/${segment(agentId)}${tail}`)
}

/** Lower case: some releases may compare the text. */
function truth(value: boolean): 'true' | 'false' {
  return value ? 'true' : 'false'
}

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

export const signIn = (asked: SignInRequest): GatewayRequest => ({
  ...ofAgent('PUT', asked.agentId, ''),
  body: signInBody(asked),
})

export const forceSignIn = (asked: SignInRequest): GatewayRequest => ({
  ...ofAgent('PUT', asked.agentId, '/forcelogin'),
  body: signInBody(asked),
})

export const signOut = (agentId: string): GatewayRequest => ofAgent('DELETE', agentId, '/logout')
export const forceSignOut = (agentId: string): GatewayRequest => ofAgent('DELETE', agentId, '/forcelogout')
export const pollEvent = (agentId: string): GatewayRequest =>
  request('GET', `/agentevent/${segment(agentId)}`)

export const agentStatus = (agentId: string): GatewayRequest => ofAgent('GET', agentId, '/agentstatus')
export const sayIdle = (agentId: string): GatewayRequest => ofAgent('POST', agentId, '/sayfree')
export const sayBusy = (agentId: string): GatewayRequest => ofAgent('POST', agentId, '/saybusy')
export const cancelBusy = (agentId: string): GatewayRequest => ofAgent('POST', agentId, '/cancelbusy')
export const enterWrapUp = (agentId: string): GatewayRequest => ofAgent('POST', agentId, '/work')
export const cancelWrapUp = (agentId: string): GatewayRequest => ofAgent('POST', agentId, '/cancelwork')
export const rest = (agentId: string, seconds: number, cause: number): GatewayRequest =>
  ofAgent('POST', agentId, `/rest/${seconds}/${cause}`)
export const cancelRest = (agentId: string): GatewayRequest => ofAgent('POST', agentId, '/cancelrest')

export const setAutoIdle = (agentId: string, autoIdle: boolean): GatewayRequest =>
  ofAgent('POST', agentId, `/autoenteridle/${truth(autoIdle)}`)

/** The list is sent whenever there is one, empty too: "none" must never look like "not said" (cec_07_1209). */
export function resetSkills(agentId: string, skills: SkillSelection, isLinked: boolean): GatewayRequest {
  const linkage = `phonelinkage=${isLinked ? 1 : 0}`
  return skills.mode === 'all'
    ? ofAgent('POST', agentId, `/resetskill/true?${linkage}`)
    : ofAgent(
        'POST',
        agentId,
        `/resetskill/false?skillid=${segment(joinSkillIds(skills.skillIds))}&${linkage}`,
      )
}

export const configuredSkills = (agentId: string): GatewayRequest => ofAgent('GET', agentId, '/agentskills')
export const vdnSkills = (agentId: string): GatewayRequest =>
  request('GET', `/queuedevice/${segment(agentId)}/agentvdnskill`)

export const waitingCalls = (agentId: string, skillId: number): GatewayRequest =>
  request('GET', `/calldata/${segment(agentId)}/waitcallinfo/${skillId}`)
export const queueFigures = (agentId: string, skillIds: readonly number[]): GatewayRequest =>
  request('POST', `/queuedevice/${segment(agentId)}/queryacdstat`, { skills: skillIds })
export const transferWaitingCall = (agentId: string, callId: string, toSkillId: number): GatewayRequest =>
  request('PUT', `/calldata/${segment(agentId)}/assignuserinqueue`, { callid: callId, skillid: toSkillId })
export const onlineAgents = (agentId: string): GatewayRequest =>
  request('GET', `/agentgroup/${segment(agentId)}/allonlineagents`)
