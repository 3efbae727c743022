import * as v from 'valibot'
import { operated, queried, refused, type Answer } from '../http/answer.ts'
import { isTrueText, tolerantText } from '../http/tolerance.ts'
import type { Call } from '../world/call.ts'
import { callsAt, presentCall } from '../world/desk-calls.ts'
import { refuse } from '../world/refusal.ts'
import { dayStatistics } from '../world/statistics.ts'
import type { World } from '../world/world.ts'
import { forSignedIn, readBody, type AgentRequest, type GatewayInterface } from './gateway-interface.ts'

/** A call object of the `calldata` family (protocol 9). */
const callRow = (world: World, call: Call): unknown => ({
  called: call.called,
  caller: call.caller,
  callid: call.callid,
  calldata: call.callData,
  orgicallednum: call.called,
  callfeature: call.feature,
  callskill: world.skills.get(call.skillId)?.name ?? '',
  callskillid: call.skillId,
  begintime: call.enteredMs,
  endtime: call.endedMs,
})

const noData = (): Answer => refused(refuse('400-002', 'There is no call data').refusal)

const answerCall = (world: World, call: Call | null | undefined): Answer =>
  call === undefined || call === null ? noData() : queried(callRow(world, call))

function answerCallInfo({ world, presence, exchange }: AgentRequest): Answer {
  const isWithoutLast = isTrueText(exchange.query.get('isNoContainLastCall'))
  return answerCall(world, presentCall(world, presence) ?? (isWithoutLast ? null : presence.lastCall))
}

function answerByCallid({ world, presence, exchange }: AgentRequest): Answer {
  const { callid } = exchange.params
  const known = [...callsAt(world, presence), ...(presence.lastCall === null ? [] : [presence.lastCall])]
  return answerCall(
    world,
    known.find((call) => call.callid === callid),
  )
}

function answerBeforeAnswer({ world, presence }: AgentRequest): Answer {
  const call = presentCall(world, presence)
  return answerCall(world, call?.place.kind === 'offered' ? call : null)
}

function answerHoldList({ world, presence }: AgentRequest): Answer {
  const held = callsAt(world, presence).filter(({ isHeld }) => isHeld)
  if (held.length === 0) return refused(refuse('400-003', 'There is no call on hold').refusal)
  return queried(held.map((call) => callRow(world, call)))
}

function answerAppData({ world, presence }: AgentRequest): Answer {
  const call = presentCall(world, presence) ?? presence.lastCall
  return call === null ? noData() : queried(call.callData)
}

const CallDataBody = v.object({ callid: tolerantText, calldata: v.pipe(tolerantText, v.maxLength(16_384)) })

function attach({ world, presence }: AgentRequest, callid: string, data: string): Answer {
  const calls = callsAt(world, presence)
  const call = callid === '' ? calls[0] : calls.find((each) => each.callid === callid)
  if (call === undefined) return refused(refuse('400-001', 'There is no call to set data of').refusal)
  call.callData = data
  if (call.peer !== null) call.peer.callData = data
  return operated()
}

function answerSetCallDataEx(request: AgentRequest): Answer {
  const body = readBody(CallDataBody, request.exchange.bodyText)
  return body.ok ? attach(request, body.value.callid, body.value.calldata) : refused(body.refusal)
}

/** What is known of the agent's calls, and the counters of his day (protocol 9). */
export function callDataInterfaces(): GatewayInterface[] {
  const query = (name: string, path: string, answer: (request: AgentRequest) => Answer): GatewayInterface =>
    forSignedIn({ name, methods: ['GET'], path: `/calldata/:agentid/${path}` }, answer)
  return [
    query('queryCallInfo', 'callinfo', answerCallInfo),
    query('queryCallInfoByCallId', 'callinfobycallid/:callid', answerByCallid),
    query('queryCallInfoBeforeAnswer', 'callinfobeforeanswer', answerBeforeAnswer),
    query('queryHoldListInfo', 'holdlist', answerHoldList),
    query('queryAllCallID', 'allcallid', ({ world }) => queried([...world.calls.keys()])),
    query('queryCallAppData', 'appdata', answerAppData),
    query('queryCallStatisticsInfo', 'statistics', ({ world, agent, presence }) =>
      queried(dayStatistics(world, agent, presence)),
    ),
    forSignedIn(
      { name: 'setCallAppDataEx', methods: ['PUT'], path: '/calldata/:agentid/setcalldataex' },
      answerSetCallDataEx,
    ),
    forSignedIn({ name: 'setCallAppData', methods: ['PUT'], path: '/calldata/:agentid' }, (request) => {
      const { query: given } = request.exchange
      return attach(request, given.get('callid') ?? '', given.get('calldata') ?? '')
    }),
  ]
}
