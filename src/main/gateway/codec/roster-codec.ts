import { setImmediate as nextTurn } from 'node:timers/promises'
import * as v from 'valibot'
import { ok, type Result } from '../../../shared/result.ts'
import { describeIssues, malformed } from '../envelope.ts'
import type { RosterAgentAnswer, RosterQueueAnswer } from '../api/roster-api.ts'
import type { GatewayError } from '../gateway-error.ts'
import { readAgentState } from './agent-state-codec.ts'
import { countOrNotSaid, identifier, listOf, orNotSaid, text, timestamp, wholeNumber } from './scalars.ts'

const rowSchema = v.pipe(
  v.looseObject({
    workno: identifier,
    name: text,
    status: orNotSaid(wholeNumber),
    ctiStatus: orNotSaid(wholeNumber),
    currentstatetime: countOrNotSaid,
    logindate: timestamp,
  }),
  v.transform(({ workno, name, status, ctiStatus, currentstatetime, logindate }): RosterAgentAnswer => ({
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

/** Reads rows in slices; one reader for a whole answer, because its turns are counted over all its lists. */
class RowReader {
  #rowsLeft = rowsPerTurn

  async read(
    raw: readonly unknown[],
    where: string,
  ): Promise<Result<readonly RosterAgentAnswer[], GatewayError>> {
    const agents: RosterAgentAnswer[] = []
    for (const each of raw) {
      const row = v.safeParse(rowSchema, each)
      if (!row.success) return malformed(`${where}.${describeIssues(row.issues)}`)
      agents.push(row.output)
      this.#rowsLeft -= 1
      if (this.#rowsLeft === 0) {
        this.#rowsLeft = rowsPerTurn
        await nextTurn()
      }
    }
    return ok(agents)
  }
}

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
  const rows = new RowReader()
  const answer: RosterQueueAnswer[] = []
  for (const { skillId, skillMediaType, agent } of queues.output) {
    const agents = await rows.read(agent, 'result: agent')
    if (!agents.ok) return agents
    answer.push({ skillId, mediaType: skillMediaType, agents: agents.value })
  }
  // What is made of all rows together is work enough for a turn of its own.
  await nextTurn()
  return ok(answer)
}

/** Reads a plain list of agents (agentbyskill, allagentstatus) in the same way. */
export async function decodeAgents(
  result: unknown,
): Promise<Result<readonly RosterAgentAnswer[], GatewayError>> {
  await nextTurn()
  const raw = v.safeParse(rawRows, result)
  if (!raw.success) return malformed(`result: ${describeIssues(raw.issues)}`)
  return new RowReader().read(raw.output, 'result')
}
