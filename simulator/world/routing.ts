import { mayTakeCalls, type Agent } from './agent.ts'
import type { Call } from './call.ts'
import { offerCall } from './call-flow.ts'
import { isOfferable } from './queues.ts'
import type { World } from './world.ts'

/**
 * Gives waiting calls to idle agents until no pair fits: per queue the call that is served first, to the agent
 * with the highest weight there, among equals to the one who has been idle longest.
 */
export function routeCalls(world: World): void {
  world.isRoutingDue = false
  for (const queue of world.queues.values()) {
    if (queue.length === 0 || world.idleAgents.size === 0) continue
    for (const call of [...queue]) {
      const agent = isOfferable(call) ? bestAgent(world, call) : undefined
      if (agent?.presence != null) offerCall(world, call, agent, agent.presence)
    }
  }
}

/** The idle agent of a queue who would be given the next call, other than `except`. */
export function bestAgentOf(world: World, skillId: number, except: Agent): Agent | undefined {
  let best: Agent | undefined
  for (const agent of world.idleAgents) {
    const { presence } = agent
    if (agent === except || !presence?.skills.has(skillId) || !mayTakeCalls(agent, presence)) continue
    if (best === undefined || isBefore(agent, best, skillId)) best = agent
  }
  return best
}

function bestAgent(world: World, call: Call): Agent | undefined {
  let best: Agent | undefined
  for (const agent of world.idleAgents) {
    const { presence } = agent
    if (!presence?.skills.has(call.skillId)) continue
    if (call.origin === 'placed' && presence.session === null) continue
    if (!mayTakeCalls(agent, presence)) continue
    if (best === undefined || isBefore(agent, best, call.skillId)) best = agent
  }
  return best
}

function isBefore(agent: Agent, other: Agent, skillId: number): boolean {
  const weight = (of: Agent): number => of.bindings.get(skillId)?.agentWeight ?? 0
  const idleSince = (of: Agent): number => of.presence?.stateSinceMs ?? Infinity
  if (weight(agent) !== weight(other)) return weight(agent) > weight(other)
  if (idleSince(agent) !== idleSince(other)) return idleSince(agent) < idleSince(other)
  return Number(agent.id) < Number(other.id)
}
