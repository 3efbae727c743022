import { listed, refused, type Answer } from '../http/answer.ts'
import { stateReason, tableOneStatus, tableTwoStatus } from '../world/agent.ts'
import { refuse } from '../world/refusal.ts'
import { roster, type OnlineAgent } from '../world/roster.ts'
import { VDN_ID, type World } from '../world/world.ts'
import { forSignedIn, type AgentRequest, type GatewayInterface } from './gateway-interface.ts'

/** Field order and types of the official example: `status` and `ctiStatus` are strings there (cec_07_0416). */
const agentRow = (world: World, { agent, presence }: OnlineAgent): unknown => ({
  workno: agent.id,
  name: agent.name,
  status: String(tableOneStatus(presence)),
  ctiStatus: String(tableTwoStatus(presence)),
  groupid: 0,
  groupname: null,
  skilllist: [],
  mediatype: presence.mediaType,
  vdnid: VDN_ID,
  phonenumber: presence.phone,
  currentstatetime: Math.floor((world.nowMs - presence.stateSinceMs) / 1000),
  logindate: presence.loginTimeMs,
  callids: [],
  inMultimediaConf: 0,
  currentStateReason: stateReason(presence),
})

function answerAllOnlineAgents({ world }: AgentRequest): Answer {
  if (world.skills.size === 0) {
    return refused(refuse('600-005', 'The VDN of the agent has no skill queue information').refusal)
  }
  return listed(
    roster(world).map(({ skill, online }) => ({
      skillId: skill.id,
      agent: online.map((row) => agentRow(world, row)),
      skillMediaType: skill.mediaType,
    })),
  )
}

/** Who is online (protocol 8.1). */
export function rosterInterfaces(): GatewayInterface[] {
  return [
    forSignedIn(
      {
        name: 'queryAllOnlineAgents',
        methods: ['GET'],
        path: '/agentgroup/:agentid/allonlineagents',
      },
      answerAllOnlineAgents,
    ),
  ]
}
