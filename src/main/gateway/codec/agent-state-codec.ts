import * as v from 'valibot'
import type { AgentState } from '../../../shared/domain/agent.ts'
import { flag, orNotSaid, wholeNumber } from './scalars.ts'

/** Table 1 (cec_07_0581); 0, the unused 1 and everything newer is unknown. */
const byStatus: ReadonlyMap<number, AgentState> = new Map<number, AgentState>([
  [2, 'signed-out'],
  [3, 'busy'],
  [4, 'idle'],
  [5, 'wrap-up'],
  [6, 'idle'],
  [7, 'talking'],
  [8, 'rest'],
  [9, 'rest-requested'],
])

/** Table 2 (same page): the platform's view, for answers without a Table 1 status. */
const byCtiStatus: ReadonlyMap<number, AgentState> = new Map<number, AgentState>([
  [0, 'signed-out'],
  [1, 'idle'],
  [2, 'talking'],
  [3, 'talking'],
  [4, 'talking'],
  [5, 'talking'],
  [6, 'wrap-up'],
  [7, 'busy'],
  [8, 'rest'],
])

/** The state behind the two status fields of an agent; `status` counts if it was said. */
export function readAgentState(status: number | null, ctiStatus: number | null): AgentState {
  if (status !== null) return byStatus.get(status) ?? 'unknown'
  if (ctiStatus !== null) return byCtiStatus.get(ctiStatus) ?? 'unknown'
  return 'unknown'
}

const answerSchema = v.pipe(
  v.looseObject({ agentState: wholeNumber, isWorking: orNotSaid(flag) }),
  v.transform(({ agentState, isWorking }) => {
    const state = readAgentState(agentState, null)
    // Releases without `isWorking` still say "talking" as a state.
    return { state, isInCall: isWorking ?? state === 'talking' }
  }),
)

/** Result of agentstatus (cec_07_1222): an object by its example, a list by its table. */
export const agentStatusSchema = v.union([
  answerSchema,
  v.pipe(
    v.strictTuple([answerSchema]),
    v.transform(([only]) => only),
  ),
])
