import { offerCall } from './call-flow.ts'
import type { AgentAtDesk } from './desk-calls.ts'
import { isOfferable } from './queues.ts'
import { done, REFUSED, type Outcome } from './refusal.ts'
import type { World } from './world.ts'

/**
 * `requestcall`: the agent takes a waiting call out of its queue to himself; then it goes as with any call.
 *
 * @param skillId the queue the client believes it in; null when it does not say
 */
export function requestCall(
  world: World,
  { agent, presence }: AgentAtDesk,
  callid: string,
  skillId: number | null,
): Outcome {
  const call = world.calls.get(callid)
  if (call?.place.kind !== 'queue') return REFUSED.platform(`Call ${callid} is not waiting in a skill queue`)
  if (skillId !== null && call.place.skillId !== skillId) {
    return REFUSED.platform(`Call ${callid} does not wait in skill queue ${skillId}`)
  }
  if (!isOfferable(call)) return REFUSED.platform(`Call ${callid} has a medium the agent cannot take`)
  if (call.transfer?.agentId === agent.id) return REFUSED.platform(`Call ${callid} is the agent's own`)
  if (presence.phone === '') return REFUSED.platform('The agent has no phone')
  const { name } = presence.state
  if (name === 'talking' || name === 'rest') return REFUSED.platform(`The agent is ${name}`)
  offerCall(world, call, agent, presence)
  return done
}
