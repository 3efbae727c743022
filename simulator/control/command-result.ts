import type { AgentAtDesk } from '../world/desk-calls.ts'
import { presentAgent, type World } from '../world/world.ts'

/** Result of a control command; a problem is answered 404 (not there) or 409 (not in this state). */
export type CommandResult<T = object> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: 404 | 409; readonly problem: string }

export const done = <T>(value: T): CommandResult<T> => ({ ok: true, value })

export const problem = (status: 404 | 409, text: string): CommandResult<never> => ({
  ok: false,
  status,
  problem: text,
})

/** An agent who is signed in: 404 when he does not exist, 409 when he is not. */
export function findPresent(world: World, agentId: string): CommandResult<AgentAtDesk> {
  if (!world.agents.has(agentId)) return problem(404, `there is no agent ${agentId}`)
  const present = presentAgent(world, agentId)
  return present === null ? problem(409, `agent ${agentId} is not signed in`) : done(present)
}
