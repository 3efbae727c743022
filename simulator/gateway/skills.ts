import { operated, queried, refused, type Answer } from '../http/answer.ts'
import { isTrueText } from '../http/tolerance.ts'
import type { Agent } from '../world/agent.ts'
import { REFUSED, succeed, type Outcome } from '../world/refusal.ts'
import { resetSkills } from '../world/skill-sign-in.ts'
import type { World } from '../world/world.ts'
import { forSignedIn, type AgentRequest, type GatewayInterface } from './gateway-interface.ts'

const LONGEST_SKILL_LIST = 4000

/** Skill IDs joined by `;`. Empty parts are dropped: `1;2;` is common. */
function readSkillIds(text: string): Outcome<readonly number[]> {
  if (text.length > LONGEST_SKILL_LIST) return REFUSED.badParameter('skillid has at most 4000 characters')
  const parts = text.split(';').map((part) => part.trim())
  if (parts.some((part) => part !== '' && !/^\d{1,9}$/.test(part))) {
    return REFUSED.badParameter('skillid is a list of numbers joined by ;')
  }
  return succeed(parts.filter((part) => part !== '').map(Number))
}

/** `1` on, `0` off, missing or empty: as it is (protocol 7.3: not documented; decided so). */
function readPhoneLinkage(text: string | null): Outcome<boolean | undefined> {
  if (text === null || text === '') return succeed(undefined)
  if (text !== '0' && text !== '1') return REFUSED.badParameter('phonelinkage is 0 or 1')
  return succeed(text === '1')
}

function answerResetSkill({ world, agent, presence, exchange }: AgentRequest): Answer {
  const isAll = isTrueText(exchange.params.autoflag)
  if (presence.phone === '') return refused(REFUSED.platform('The agent is bound to no phone').refusal)
  const skillIds = readSkillIds(exchange.query.get('skillid') ?? '')
  if (!skillIds.ok) return refused(skillIds.refusal)
  const phoneLinkage = readPhoneLinkage(exchange.query.get('phonelinkage'))
  if (!phoneLinkage.ok) return refused(phoneLinkage.refusal)
  const wanted = isAll ? 'all' : skillIds.value
  resetSkills(world, agent, presence, { wanted, phoneLinkage: phoneLinkage.value })
  return operated()
}

const configuredSkills = (world: World, agent: Agent): unknown[] =>
  [...agent.bindings.keys()]
    .map((skillId) => world.skills.get(skillId))
    .filter((skill) => skill !== undefined)
    .map(({ name, id, mediaType }) => ({ name, id, mediatype: mediaType }))

/** What an agent may serve, and what he serves (protocol 7.2, 7.3). */
export function skillInterfaces(): GatewayInterface[] {
  return [
    forSignedIn(
      { name: 'resetSkill', methods: ['POST'], path: '/onlineagent/:agentid/resetskill/:autoflag' },
      answerResetSkill,
    ),
    forSignedIn(
      { name: 'queryAgentSkills', methods: ['GET'], path: '/onlineagent/:agentid/agentskills' },
      ({ world, agent }) => queried(configuredSkills(world, agent)),
    ),
    forSignedIn(
      {
        name: 'queryAgentSkillsByWorkNo',
        methods: ['GET'],
        path: '/onlineagent/:agentid/agentskillsbyworkno/:workno',
      },
      ({ world, exchange }) => {
        const colleague = world.agents.get(exchange.params.workno ?? '')
        if (colleague === undefined) return refused(REFUSED.platform('There is no such agent').refusal)
        return queried(configuredSkills(world, colleague))
      },
    ),
  ]
}
