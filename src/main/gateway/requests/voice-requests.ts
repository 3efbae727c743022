import type { CallMedia } from '../api/call-transfer.ts'
import type { CallOutRequest } from '../api/voice-api.ts'
import { query, requestOf, segment, type GatewayRequest } from './request.ts'

const ofVoice = requestOf('voicecall')

/** Codes of `mediaability` in requests; events use others (protocol 5.2). */
export const mediaAbility: Readonly<Record<CallMedia, number>> = { audio: 0, video: 1, best: 2 }

export const answerCall = (agentId: string, callId?: string): GatewayRequest =>
  ofVoice('answer', 'PUT', agentId, `/answer${query({ callid: callId })}`)
export const releaseCall = (agentId: string): GatewayRequest =>
  ofVoice('release', 'DELETE', agentId, '/release')
export const holdCall = (agentId: string): GatewayRequest => ofVoice('hold', 'POST', agentId, '/hold')
export const retrieveCall = (agentId: string, callId?: string): GatewayRequest =>
  ofVoice('getHold', 'POST', agentId, `/gethold${query({ callid: callId })}`)
export const mute = (agentId: string): GatewayRequest => ofVoice('beginMute', 'POST', agentId, '/beginmute')
export const unmute = (agentId: string): GatewayRequest => ofVoice('endMute', 'POST', agentId, '/endmute')
export const sendDigits = (agentId: string, digits: string): GatewayRequest =>
  ofVoice('secondDial', 'POST', agentId, `/seconddial/${segment(digits)}`)

/** What was not chosen is left out of the body (`JSON.stringify` drops it), so that the gateway's defaults hold. */
export const callOut = (agentId: string, asked: CallOutRequest): GatewayRequest =>
  ofVoice('callout', 'PUT', agentId, '/callout', {
    called: asked.called,
    caller: asked.caller,
    skillid: asked.skillId,
    mediaability: asked.media === undefined ? undefined : mediaAbility[asked.media],
    callappdata: asked.appData,
  })

/** POST by the pages; one public client sends PUT (protocol 13, row 3). */
export const pickUpPhone = (agentId: string): GatewayRequest =>
  ofVoice('phonePickup', 'POST', agentId, '/phonepickup')
export const hangUpPhone = (agentId: string): GatewayRequest =>
  ofVoice('phoneHangUp', 'POST', agentId, '/phonehangup')
