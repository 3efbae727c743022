import * as v from 'valibot'
import type { RosterQueueAnswer } from '../gateway-api.ts'
import { readAgentState } from './agent-state-codec.ts'
import { countOrNotSaid, identifier, listOf, orNotSaid, text, timestamp, wholeNumber } from './scalars.ts'

const agentSchema = v.pipe(
  v.looseObject({
    workno: identifier,
    name: text,
    status: orNotSaid(wholeNumber),
    ctiStatus: orNotSaid(wholeNumber),
    currentstatetime: countOrNotSaid,
    logindate: timestamp,
  }),
  v.transform(({ workno, name, status, ctiStatus, currentstatetime, logindate }) => ({
    agentId: workno,
    name,
    state: readAgentState(status, ctiStatus),
    stateSeconds: currentstatetime,
    signedInAt: logindate,
  })),
)

/** Result of allonlineagents (cec_07_0416). A row that cannot be read spoils the list: agents are not dropped in silence. */
export const rosterSchema = listOf(
  v.pipe(
    v.looseObject({
      skillId: wholeNumber,
      skillMediaType: orNotSaid(wholeNumber),
      agent: listOf(agentSchema),
    }),
    v.transform(({ skillId, skillMediaType, agent }): RosterQueueAnswer => ({
      skillId,
      mediaType: skillMediaType,
      agents: agent,
    })),
  ),
)
