import type { Agent } from './agent.ts'
import type { World } from './world.ts'

/** A management command is all or nothing; the text says why it did nothing. */
export type BindingOutcome = { readonly ok: true } | { readonly ok: false; readonly reason: string }

const bound: BindingOutcome = { ok: true }
const notBound = (reason: string): BindingOutcome => ({ ok: false, reason })

/** Agents bound to a queue by configuration, by agent ID. */
export const boundAgents = (world: World, skillId: number): Agent[] =>
  [...world.agents.values()].filter(({ bindings }) => bindings.has(skillId))

function findAll(world: World, accounts: readonly string[]): Agent[] | string {
  const agents: Agent[] = []
  for (const account of accounts) {
    const agent = world.agentsByAccount.get(account)
    if (agent === undefined) return `Account ${account} does not exist`
    agents.push(agent)
  }
  return agents
}

/**
 * Unbinds accounts from a queue; an empty list unbinds everyone (cec_07_0025). Configuration only: who is signed
 * in to the queue stays so until the next `resetskill` or sign-in (protocol 10.3: not documented; decided so).
 */
export function unbind(world: World, skillId: number, accounts: readonly string[]): BindingOutcome {
  if (!world.skills.has(skillId)) return notBound(`Skill queue ${skillId} does not exist`)
  const agents = accounts.length === 0 ? boundAgents(world, skillId) : findAll(world, accounts)
  if (typeof agents === 'string') return notBound(agents)
  const stranger = agents.find(({ bindings }) => !bindings.has(skillId))
  if (stranger !== undefined) {
    return notBound(`Account ${stranger.account} is not bound to skill queue ${skillId}`)
  }
  for (const { bindings } of agents) bindings.delete(skillId)
  return bound
}

/** Binds accounts to a queue, or changes their weights there. */
export function bind(
  world: World,
  skillId: number,
  accounts: readonly string[],
  weights: { readonly agentWeight: number; readonly skillWeight: number },
): BindingOutcome {
  if (!world.skills.has(skillId)) return notBound(`Skill queue ${skillId} does not exist`)
  const agents = findAll(world, accounts)
  if (typeof agents === 'string') return notBound(agents)
  for (const { bindings } of agents) bindings.set(skillId, weights)
  return bound
}
