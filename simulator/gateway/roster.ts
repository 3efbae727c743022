import * as v from 'valibot'
import { listed, queried, refused, type Answer } from '../http/answer.ts'
import { tolerantInteger } from '../http/tolerance.ts'
import { mayTakeCalls, stateReason, tableOneStatus, tableTwoStatus, type Agent } from '../world/agent.ts'
import { boundAgents } from '../world/binding.ts'
import { refuse, REFUSED, succeed, type Outcome } from '../world/refusal.ts'
import { roster } from '../world/roster.ts'
import { VDN_ID, type World } from '../world/world.ts'
import { forSignedIn, readBody, type AgentRequest, type GatewayInterface } from './gateway-interface.ts'

/** Field order and types of the official example: `status` and `ctiStatus` are strings there (cec_07_0416). */
function agentRow(world: World, { id, name, presence }: Agent): Record<string, unknown> {
  return {
    workno: id,
    name,
    status: String(tableOneStatus(presence)),
    ctiStatus: String(tableTwoStatus(presence)),
    groupid: 0,
    groupname: null,
    skilllist: [],
    mediatype: presence?.mediaType ?? 'FFF',
    vdnid: VDN_ID,
    phonenumber: presence?.phone ?? '',
    currentstatetime: presence === null ? 0 : Math.floor((world.nowMs - presence.stateSinceMs) / 1000),
    logindate: presence?.loginTimeMs ?? 0,
    callids: [],
    inMultimediaConf: 0,
    currentStateReason: presence === null ? 0 : stateReason(presence),
  }
}

/** The shorter row of `allagentstatus`, as its clients read it (protocol 8.2). */
function statusRow(world: World, agent: Agent): Record<string, unknown> {
  const { callids: _callids, currentStateReason: _reason, ...row } = agentRow(world, agent)
  return row
}

function answerAllOnlineAgents({ world }: AgentRequest): Answer {
  if (world.skills.size === 0) {
    return refused(refuse('600-005', 'The VDN of the agent has no skill queue information').refusal)
  }
  return listed(
    roster(world).map(({ skill, online }) => ({
      skillId: skill.id,
      agent: online.map(({ agent }) => agentRow(world, agent)),
      skillMediaType: skill.mediaType,
    })),
  )
}

const presentAgents = (world: World): Agent[] =>
  [...world.agents.values()].filter(({ presence }) => presence !== null)

/** Both or neither (cec_07_0414). */
const FilterBody = v.pipe(
  v.object({
    agentLimit: v.optional(v.pipe(tolerantInteger, v.minValue(1), v.maxValue(500))),
    agentStatus: v.optional(v.array(tolerantInteger)),
  }),
  v.check(
    ({ agentLimit, agentStatus }) => (agentLimit === undefined) === (agentStatus === undefined),
    'agentLimit and agentStatus come together',
  ),
)

function readQueue({ world, exchange }: AgentRequest): Outcome<number> {
  const { skillid = '' } = exchange.params
  if (!/^\d{1,9}$/.test(skillid)) return REFUSED.badParameter('the skill queue ID is a number')
  const skillId = Number(skillid)
  return world.skills.has(skillId) ? succeed(skillId) : REFUSED.platform(`There is no skill queue ${skillId}`)
}

/** Those signed in to a queue who have the right to take calls. */
const servingAgents = (world: World, skillId: number): Agent[] =>
  presentAgents(world).filter(
    (agent) => agent.presence?.skills.has(skillId) === true && mayTakeCalls(agent, agent.presence),
  )

function answerAgentBySkill(request: AgentRequest): Answer {
  const { world, exchange } = request
  const skillId = readQueue(request)
  if (!skillId.ok) return refused(skillId.refusal)
  const filter = readBody(FilterBody, exchange.bodyText.trim() === '' ? '{}' : exchange.bodyText)
  if (!filter.ok) return refused(filter.refusal)
  const { agentLimit, agentStatus } = filter.value
  const agents = servingAgents(world, skillId.value)
    .filter(({ presence }) => agentStatus?.includes(tableOneStatus(presence)) ?? true)
    .slice(0, agentLimit)
  return queried(agents.map((agent) => agentRow(world, agent)))
}

function answerByStatus({ world, exchange }: AgentRequest): Answer {
  const status = exchange.query.get('status') ?? ''
  if (!/^\d$/.test(status)) return refused(REFUSED.badParameter('status is a number of table 1').refusal)
  const agents = [...world.agents.values()].filter(
    ({ presence }) => tableOneStatus(presence) === Number(status),
  )
  return queried(agents.map((agent) => agentRow(world, agent)))
}

function answerByWorkNo({ world, exchange }: AgentRequest): Answer {
  const agent = world.agents.get(exchange.params.workno ?? '')
  if (agent === undefined) return refused(refuse('300-002', 'The agent does not exist').refusal)
  return queried(agentRow(world, agent))
}

/** Who is there, who serves what, and what the agent may do (protocol 8). */
export function rosterInterfaces(): GatewayInterface[] {
  const query = (name: string, path: string, answer: (request: AgentRequest) => Answer): GatewayInterface =>
    forSignedIn({ name, methods: ['GET'], path: `/agentgroup/:agentid/${path}` }, answer)
  const ofQueue =
    (rows: (world: World, skillId: number) => unknown[]) =>
    (request: AgentRequest): Answer => {
      const skillId = readQueue(request)
      return skillId.ok ? queried(rows(request.world, skillId.value)) : refused(skillId.refusal)
    }
  return [
    query('queryAllOnlineAgents', 'allonlineagents', answerAllOnlineAgents),
    query('queryAgentInfoBySkillId', 'agentbyskill/:skillid', answerAgentBySkill),
    query(
      'queryAgentIdsBySkillId',
      'agentidsbyskill/:skillid',
      ofQueue((world, skillId) => servingAgents(world, skillId).map(({ id }) => id)),
    ),
    query(
      'queryAgentInfoByConfigedSkillId',
      'agentbyconfigedskill/:skillid',
      ofQueue((world, skillId) => boundAgents(world, skillId).map((agent) => agentRow(world, agent))),
    ),
    query('getAllStatusAgents', 'allagentstatus', ({ world }) =>
      queried([...world.agents.values()].map((agent) => statusRow(world, agent))),
    ),
    query('queryAllLoginedAgentInfoOnVdn', 'onlineagentonvdn', ({ world }) =>
      queried(presentAgents(world).map((agent) => agentRow(world, agent))),
    ),
    query('getIdleStatusAgents', 'idleagent', ({ world }) =>
      queried([...world.idleAgents].map((agent) => agentRow(world, agent))),
    ),
    query('getAgentListByStatus', 'agentlistbystatus', answerByStatus),
    query('queryAgentInfoByWorkNo', 'agentbyworkno/:workno', answerByWorkNo),
    query('isCensor', 'iscensor', ({ agent }) => queried(agent.traits.isInspector)),
    query('isMonitor', 'ismonitor', ({ agent }) => queried(agent.traits.isInspector)),
    query('isCallOut', 'iscallout', ({ agent }) => queried(agent.traits.mayCallOut)),
  ]
}
