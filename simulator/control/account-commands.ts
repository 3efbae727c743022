import type { Agent } from '../world/agent.ts'
import { decideRest } from '../world/agent-state.ts'
import { resetSkills } from '../world/skill-sign-in.ts'
import type { AgentTraits } from '../world/traits.ts'
import type { World } from '../world/world.ts'
import { done, findPresent, problem, type CommandResult } from './command-result.ts'

/** What of an agent is to be different; `password` sets it without asking for the old one. */
export type AgentSetup = { readonly [K in keyof AgentTraits]?: AgentTraits[K] | undefined } & {
  readonly password?: string | undefined
}

const defined = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>

/** Changes account, person or phone of an agent, signed in or not. */
export function configure(world: World, agentId: string, setup: AgentSetup): CommandResult<AgentTraits> {
  const agent: Agent | undefined = world.agents.get(agentId)
  if (agent === undefined) return problem(404, `there is no agent ${agentId}`)
  const { password, ...traits } = setup
  agent.traits = { ...agent.traits, ...(defined(traits) as Partial<AgentTraits>) }
  if (password !== undefined) agent.password = password
  world.isRoutingDue = true
  return done(agent.traits)
}

/** A supervisor approves or refuses the rest an agent has asked for. */
export function decideRestOf(
  world: World,
  agentId: string,
  { isGranted }: { readonly isGranted: boolean },
): CommandResult {
  const found = findPresent(world, agentId)
  if (!found.ok) return found
  const outcome = decideRest(world, found.value.presence, isGranted)
  return outcome.ok ? done({}) : problem(409, outcome.refusal.message)
}

/** An inspector changes the queues an agent is signed in to; the agent is not told (protocol 7.5). */
export function adjustSkills(
  world: World,
  agentId: string,
  { skillIds }: { readonly skillIds: readonly number[] },
): CommandResult<{ signedIn: number[] }> {
  const found = findPresent(world, agentId)
  if (!found.ok) return found
  const { agent, presence } = found.value
  resetSkills(world, agent, presence, { wanted: skillIds, phoneLinkage: undefined })
  return done({ signedIn: [...presence.skills] })
}
