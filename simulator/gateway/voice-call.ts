import * as v from 'valibot'
import { operated, queried, type Answer } from '../http/answer.ts'
import { tolerantInteger, tolerantText } from '../http/tolerance.ts'
import { answerCall, liftPhone, rejectOnPhone } from '../world/call-flow.ts'
import { presentCall } from '../world/desk-calls.ts'
import { holdCall, retrieveCall, setMuted, swapHeld } from '../world/hold.ts'
import { dropCall, dropParty, joinConference } from '../world/conference.ts'
import { askForHelp, callInner, callOut } from '../world/outgoing.ts'
import { done, refuse, REFUSED, type Outcome } from '../world/refusal.ts'
import { requestCall } from '../world/request-call.ts'
import { cancelTransfer, hangUp } from '../world/transfer.ts'
import {
  answerOutcome,
  forSignedIn,
  readBody,
  type AgentRequest,
  type GatewayInterface,
} from './gateway-interface.ts'
import { answerTransfer } from './transfer.ts'

/** A command about the agent's calls: success is answered with an empty result. */
const operation = (
  name: string,
  methods: GatewayInterface['methods'],
  path: string,
  command: (request: AgentRequest) => Outcome,
): GatewayInterface =>
  forSignedIn({ name, methods, path: `/voicecall/:agentid/${path}` }, (request) =>
    answerOutcome(command(request), operated),
  )

const APP_DATA_LENGTH = 16_384
const appData = v.optional(v.nullable(v.pipe(tolerantText, v.maxLength(APP_DATA_LENGTH)), ''), '')

const CallOutBody = v.object({
  called: tolerantText,
  caller: v.optional(v.nullable(v.pipe(tolerantText, v.regex(/^\d{0,24}$/)), ''), ''),
  skillid: v.optional(v.nullable(tolerantInteger, 0), 0),
  callappdata: appData,
  mediaability: v.optional(v.nullable(v.pipe(tolerantInteger, v.minValue(0), v.maxValue(2)), 0), 0),
})

function answerCallOut(request: AgentRequest): Answer {
  const body = readBody(CallOutBody, request.exchange.bodyText)
  if (!body.ok) return answerOutcome(body, operated)
  const { called, caller, skillid, callappdata } = body.value
  const call = callOut(request.world, request, { called, caller, skillId: skillid, callData: callappdata })
  return call.ok ? queried(call.value.callid) : answerOutcome(call, operated)
}

const CallInnerBody = v.object({ called: tolerantText })

function answerCallInner(request: AgentRequest): Answer {
  const body = readBody(CallInnerBody, request.exchange.bodyText)
  if (!body.ok) return answerOutcome(body, operated)
  const call = callInner(request.world, request, body.value.called)
  return call.ok ? queried(call.value.callid) : answerOutcome(call, operated)
}

/** `mode` 1 two-party, 2 three-party; device type 1 queue, 2 agent (protocol 9). */
const HelpBody = v.object({
  dstaddress: tolerantText,
  devicetype: v.pipe(tolerantInteger, v.picklist([1, 2])),
  mode: v.pipe(tolerantInteger, v.picklist([1, 2])),
  callappdata: appData,
})

function answerInnerHelp(request: AgentRequest): Answer {
  const body = readBody(HelpBody, request.exchange.bodyText)
  if (!body.ok) return answerOutcome(body, operated)
  const { dstaddress, devicetype, mode, callappdata } = body.value
  const help = askForHelp(request.world, request, {
    to: devicetype === 1 ? { skillId: Number(dstaddress) } : { agentId: dstaddress },
    isOfThree: mode === 2,
    callData: callappdata,
  })
  return help.ok ? queried(help.value.callid) : answerOutcome(help, operated)
}

/** Digits for the other side: 1 to 24 of `0-9 , % * #`. */
function dial({ world, presence }: AgentRequest, digits: string): Outcome {
  if (!/^[\d,%*#]{1,24}$/.test(digits)) return REFUSED.badParameter('1 to 24 of 0-9 , % * #')
  const isTalking = presentCall(world, presence)?.place.kind === 'talking'
  return isTalking ? done : refuse('200-026', 'There is no call')
}

function request(agentRequest: AgentRequest): Outcome {
  const { callid = '', skilltype } = agentRequest.exchange.params
  if (skilltype !== '0') return REFUSED.badParameter('the skill type is 0')
  const { query } = agentRequest.exchange
  // The page writes skillId, a public client skillid (protocol 13, row 24).
  const skillId = query.get('skillId') ?? query.get('skillid') ?? ''
  if (!/^\d{0,9}$/.test(skillId)) return REFUSED.badParameter('the skill queue ID is a number')
  return requestCall(agentRequest.world, agentRequest, callid, skillId === '' ? null : Number(skillId))
}

const ConferenceBody = v.object({ callid: v.optional(v.nullable(tolerantText)), callappdata: appData })

function conference(agentRequest: AgentRequest): Outcome {
  const body = readBody(ConferenceBody, agentRequest.exchange.bodyText)
  return body.ok ? joinConference(agentRequest.world, agentRequest, body.value.callid ?? undefined) : body
}

/** The agent's voice calls (protocol 9), and the linked phone (protocol 11.2). */
export function voiceCallInterfaces(): GatewayInterface[] {
  const param = ({ exchange }: AgentRequest, name: string): string => exchange.params[name] ?? ''
  return [
    operation('answer', ['PUT'], 'answer', ({ world, agent, presence }) =>
      answerCall(world, agent, presence),
    ),
    operation('release', ['DELETE'], 'release', (agentRequest) => hangUp(agentRequest.world, agentRequest)),
    operation('hold', ['POST'], 'hold', (agentRequest) => holdCall(agentRequest.world, agentRequest)),
    operation('getHold', ['POST'], 'gethold', (agentRequest) => {
      const callid = agentRequest.exchange.query.get('callid')
      return retrieveCall(
        agentRequest.world,
        agentRequest,
        callid === null || callid === '' ? undefined : callid,
      )
    }),
    operation('connectHold', ['POST'], 'connecthold/:callid', (agentRequest) =>
      swapHeld(agentRequest.world, agentRequest, param(agentRequest, 'callid')),
    ),
    operation('confJoin', ['POST'], 'confjoin', conference),
    operation('beginMute', ['POST'], 'beginmute', (agentRequest) =>
      setMuted(agentRequest.world, agentRequest, true),
    ),
    operation('endMute', ['POST'], 'endmute', (agentRequest) =>
      setMuted(agentRequest.world, agentRequest, false),
    ),
    operation('beginMuteVideo', ['POST'], 'beginmutevideo', ({ world, presence }) =>
      presentCall(world, presence) === undefined
        ? refuse('200-019', 'There is no video call to freeze')
        : refuse('200-020', 'The call has no picture to freeze'),
    ),
    operation('endMuteVideo', ['POST'], 'endmutevideo', ({ world, presence }) =>
      presentCall(world, presence) === undefined
        ? refuse('200-021', 'There is no video call to unfreeze')
        : refuse('200-022', 'The call has no picture to unfreeze'),
    ),
    operation('secondDial', ['POST'], 'seconddial/:number', (agentRequest) =>
      dial(agentRequest, param(agentRequest, 'number')),
    ),
    operation('secondDialEx', ['POST'], 'seconddialex', (agentRequest) =>
      dial(agentRequest, agentRequest.exchange.query.get('number') ?? ''),
    ),
    operation('cancelTransfer', ['POST'], 'canceltransfer', (agentRequest) =>
      cancelTransfer(agentRequest.world, agentRequest),
    ),
    operation('requestAppointedCall', ['POST'], 'requestcall/:callid/:skilltype', request),
    operation('disconnect', ['POST'], 'disconnect/:number', (agentRequest) => {
      const number = param(agentRequest, 'number')
      return /^\d{1,25}$/.test(number)
        ? dropParty(agentRequest.world, agentRequest, number)
        : REFUSED.badParameter('the number has 1 to 25 digits')
    }),
    operation('dropCall', ['POST'], 'dropcall/:callid', (agentRequest) =>
      dropCall(agentRequest.world, agentRequest, param(agentRequest, 'callid')),
    ),
    forSignedIn(
      { name: 'transfer', methods: ['POST'], path: '/voicecall/:agentid/transfer' },
      answerTransfer,
    ),
    forSignedIn({ name: 'callout', methods: ['PUT'], path: '/voicecall/:agentid/callout' }, answerCallOut),
    forSignedIn(
      { name: 'callInner', methods: ['PUT'], path: '/voicecall/:agentid/callinner' },
      answerCallInner,
    ),
    forSignedIn(
      { name: 'innerHelp', methods: ['POST'], path: '/voicecall/:agentid/innerhelp' },
      answerInnerHelp,
    ),
    // The pages say POST, a public client sends PUT (protocol 13, row 3): both are good.
    operation('phonePickup', ['POST', 'PUT'], 'phonepickup', ({ world, agent, presence }) =>
      liftPhone(world, agent, presence),
    ),
    operation('phoneHangUp', ['POST', 'PUT'], 'phonehangup', ({ world, agent, presence }) =>
      rejectOnPhone(world, agent, presence),
    ),
  ]
}
