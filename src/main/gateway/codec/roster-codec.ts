import { setImmediate as nextTurn } from 'node:timers/promises'
import * as v from 'valibot'
import { ok, type Result } from '../../../shared/result.ts'
import { describeIssues, malformed } from '../envelope.ts'
import type { RosterQueueAnswer } from '../gateway-api.ts'
import type { GatewayError } from '../gateway-error.ts'
import { readAgentState } from './agent-state-codec.ts'
import { countOrNotSaid, identifier, listOf, orNotSaid, text, timestamp, wholeNumber } from './scalars.ts'

type RosterRow = RosterQueueAnswer['agents'][number]

const rowSchema = v.pipe(
  v.looseObject({
    workno: identifier,
    name: text,
    status: orNotSaid(wholeNumber),
    ctiStatus: orNotSaid(wholeNumber),
    currentstatetime: countOrNotSaid,
    logindate: timestamp,
  }),
  v.transform(({ workno, name, status, ctiStatus, currentstatetime, logindate }): RosterRow => ({
    agentId: workno,
    name,
    state: readAgentState(status, ctiStatus),
    stateSeconds: currentstatetime,
    signedInAt: logindate,
  })),
)

/** Only that it is a list: its rows are read one by one later, not all in this turn. */
const rawRows = v.nullish(
  v.custom<readonly unknown[]>((value) => Array.isArray(value)),
  [],
)

const queuesSchema = listOf(
  v.looseObject({ skillId: wholeNumber, skillMediaType: orNotSaid(wholeNumber), agent: rawRows }),
)

/** Rows read in one turn of the event loop: a few milliseconds, so that clicks get through between them. */
const rowsPerTurn = 1_000

/**
 * Reads the result of allonlineagents (cec_07_0416) in slices: 25,000 rows at once would hold the process up for a tenth
 * of a second. A row that cannot be read spoils the list, because agents must not vanish from it in silence.
 */
export async function decodeRoster(
  result: unknown,
): Promise<Result<readonly RosterQueueAnswer[], GatewayError>> {
  // Parsing the text took a turn of its own already.
  await nextTurn()
  const queues = v.safeParse(queuesSchema, result)
  if (!queues.success) return malformed(`result: ${describeIssues(queues.issues)}`)
  let rowsLeft = rowsPerTurn
  const answer: RosterQueueAnswer[] = []
  for (const { skillId, skillMediaType, agent } of queues.output) {
    const agents: RosterRow[] = []
    for (const raw of agent) {
      const row = v.safeParse(rowSchema, raw)
      if (!row.success) return malformed(`result: agent.${describeIssues(row.issues)}`)
      agents.push(row.output)
      rowsLeft -= 1
      if (rowsLeft === 0) {
        rowsLeft = rowsPerTurn
        await nextTurn()
      }
    }
    answer.push({ skillId, mediaType: skillMediaType, agents })
  }
  return ok(answer)
}
