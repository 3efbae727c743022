import * as v from 'valibot'
import { queried, refused, type Answer } from '../http/answer.ts'
import { tolerantInteger, tolerantText } from '../http/tolerance.ts'
import type { Call } from '../world/call.ts'
import { accessCode, moveCall, waitingCalls } from '../world/queues.ts'
import { refuse, REFUSED } from '../world/refusal.ts'
import { queueFigures } from '../world/roster.ts'
import type { World } from '../world/world.ts'
import {
  answerOutcome,
  forSignedIn,
  readBody,
  type AgentRequest,
  type GatewayInterface,
} from './gateway-interface.ts'

/** Documented as int where the number fits into one, though other queries give text (protocol 7.4). */
const phoneNumber = (text: string): number | string => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : text)

const waitingCallRow = (world: World, call: Call): unknown => ({
  callfeature: call.feature,
  callid: call.callid,
  caller: phoneNumber(call.caller),
  called: phoneNumber(call.called),
  callskill: world.skills.get(call.skillId)?.name ?? '',
  callskillid: call.skillId,
  orgicallednum: '',
  calldata: call.callData,
  begintime: call.enteredMs,
  endtime: null,
  userPriority: call.priority,
  trunkNo: 0,
  logontimes: Math.floor((world.nowMs - call.enteredMs) / 1000),
  mediaType: call.mediaType,
})

function answerWaitCallInfo({ world, presence, exchange }: AgentRequest): Answer {
  const text = exchange.params.skillid ?? ''
  if (!/^\d{1,9}$/.test(text)) return refused(REFUSED.badParameter('the skill queue ID is a number').refusal)
  const skillId = Number(text)
  if (!world.skills.has(skillId))
    return refused(REFUSED.platform(`There is no skill queue ${skillId}`).refusal)
  // Documented prerequisite: the agent is not idle. An idle one would be given the call instead.
  if (presence.state.name === 'idle') return queried([])
  return queried(waitingCalls(world, skillId).map((call) => waitingCallRow(world, call)))
}

const AssignBody = v.object({ callid: v.pipe(tolerantText, v.nonEmpty()), skillid: tolerantInteger })

function answerAssign({ world, presence, exchange }: AgentRequest): Answer {
  const body = readBody(AssignBody, exchange.bodyText)
  if (!body.ok) return refused(body.refusal)
  const moved = moveCall(world, body.value.callid, body.value.skillid, presence.skills)
  return answerOutcome(moved, () => queried({}))
}

const AcdBody = v.object({ skills: v.pipe(v.array(tolerantInteger), v.minLength(1), v.maxLength(100)) })

function answerAcdStat({ world, exchange }: AgentRequest): Answer {
  const body = readBody(AcdBody, exchange.bodyText)
  if (!body.ok) return refused(body.refusal)
  const rows = body.value.skills.flatMap((skillId) => {
    const skill = world.skills.get(skillId)
    return skill === undefined ? [] : [{ skill, figures: queueFigures(world, skillId) }]
  })
  return queried(
    rows.map(({ skill, figures }) => ({
      pilotNbr: accessCode(skill.id),
      deviceNo: skill.id,
      queueSize: figures.waiting,
      queueTime: figures.longestWaitS,
      loadFactor: 0,
      estWaitTime: 0,
      loggedOnAgents: figures.signedIn,
      availAgents: figures.idle,
      transferFlg: 0,
      transferDeviceType: 0,
      transferDeviceNo: '',
      skillDescrip: skill.name,
    })),
  )
}

function answerVdnSkills({ world }: AgentRequest): Answer {
  if (world.skills.size === 0) {
    return refused(refuse('600-005', 'The VDN of the agent has no skill queue information').refusal)
  }
  return queried(
    [...world.skills.values()].map(({ name, id, mediaType }) => ({
      name,
      id,
      mediatype: mediaType,
      serviceType: 0,
      realFlag: 1,
    })),
  )
}

/** The queues of the VDN and the calls in them (protocol 7.2, 7.4, 7.5). */
export function queueInterfaces(): GatewayInterface[] {
  return [
    forSignedIn(
      {
        name: 'querySkillQueueOnAgentVDN',
        methods: ['GET'],
        path: '/queuedevice/:agentid/agentvdnskill',
      },
      answerVdnSkills,
    ),
    forSignedIn(
      { name: 'queryStatInfoOfAcd', methods: ['POST'], path: '/queuedevice/:agentid/queryacdstat' },
      answerAcdStat,
    ),
    forSignedIn(
      {
        name: 'queryWaitCallInfoBySkillId',
        methods: ['GET'],
        path: '/calldata/:agentid/waitcallinfo/:skillid',
      },
      answerWaitCallInfo,
    ),
    forSignedIn(
      { name: 'assignUserInQueue', methods: ['PUT'], path: '/calldata/:agentid/assignuserinqueue' },
      answerAssign,
    ),
  ]
}
