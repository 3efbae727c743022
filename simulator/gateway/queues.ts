import * as v from 'valibot'
import { queried, refused, type Answer } from '../http/answer.ts'
import { tolerantInteger, tolerantText } from '../http/tolerance.ts'
import type { Call } from '../world/call.ts'
import { accessCode, moveCall, waitingCalls } from '../world/queues.ts'
import { refuse, REFUSED } from '../world/refusal.ts'
import { queueFigures } from '../world/roster.ts'
import { VDN_ID, type World } from '../world/world.ts'
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

/** Another VDN has no queues: there is only one (600-002). */
function answerSkillsOfVdn(request: AgentRequest): Answer {
  const { vdnid = '' } = request.exchange.params
  if (!/^\d{1,3}$/.test(vdnid)) return refused(REFUSED.badParameter('the VDN is 1 to 512').refusal)
  if (Number(vdnid) !== VDN_ID) return refused(refuse('600-002', 'The VDN has no skill queues').refusal)
  return answerVdnSkills(request)
}

/** The queues an agent is signed in to, in the shape of `agentskills`. */
function answerAgentSkill({ world, exchange }: AgentRequest): Answer {
  const agent = world.agents.get(exchange.params.workNo ?? '')
  if (agent === undefined) return refused(refuse('300-002', 'The agent does not exist').refusal)
  const skills = [...(agent.presence?.skills ?? [])].flatMap((skillId) => world.skills.get(skillId) ?? [])
  return queried(skills.map(({ name, id, mediaType }) => ({ name, id, mediatype: mediaType })))
}

function answerSkillWaitNum({ world, exchange }: AgentRequest): Answer {
  const { skillid = '' } = exchange.params
  if (!/^\d{1,9}$/.test(skillid))
    return refused(REFUSED.badParameter('the skill queue ID is a number').refusal)
  if (!world.skills.has(Number(skillid))) {
    return refused(REFUSED.platform(`There is no skill queue ${skillid}`).refusal)
  }
  return queried(waitingCalls(world, Number(skillid)).length)
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
      { name: 'querySkillQueueOnVDN', methods: ['GET'], path: '/queuedevice/:agentid/vdnskill/:vdnid' },
      answerSkillsOfVdn,
    ),
    forSignedIn(
      { name: 'querySkillQueueOnAgent', methods: ['GET'], path: '/queuedevice/:agentid/agentskill/:workNo' },
      answerAgentSkill,
    ),
    forSignedIn(
      {
        name: 'queryQueueLengthBySkillId',
        methods: ['GET'],
        path: '/queuedevice/:agentid/skillwaitnum/:skillid',
      },
      answerSkillWaitNum,
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
