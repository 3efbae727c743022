import type { RosterAgent } from './roster.ts'
import type { HeadCount, QueueBinding } from './supervisor.ts'

/**
 * How many people an unbinding touches. Who is signed in to the queue without being bound to it any more is not counted:
 * he leaves it at his next skill sign-in anyway.
 *
 * @param isChosen the accounts that are to be unbound
 * @param agents the roster; null when nobody knows who is online
 */
export function countHeads(
  skillId: number,
  bindings: readonly QueueBinding[],
  isChosen: (account: string) => boolean,
  agents: readonly RosterAgent[] | null,
): HeadCount {
  const chosen = bindings.filter(({ account }) => isChosen(account))
  const bound = bindings.length
  if (agents === null) {
    return { bound, chosen: chosen.length, online: null, chosenOnline: null, chosenInCall: null }
  }
  const byId = new Map(agents.map((agent) => [agent.agentId, agent]))
  const agentOf = ({ agentId }: QueueBinding): RosterAgent | undefined =>
    agentId === null ? undefined : byId.get(agentId)
  const isHere = (binding: QueueBinding): boolean => agentOf(binding)?.skillIds.includes(skillId) === true
  return {
    bound,
    chosen: chosen.length,
    online: bindings.filter(isHere).length,
    chosenOnline: chosen.filter(isHere).length,
    chosenInCall: chosen.filter((binding) => agentOf(binding)?.state === 'talking').length,
  }
}

/** What a queue would lack after an unbinding; such a one is confirmed by the name of the queue. */
export type Lack = 'nobody-bound' | 'nobody-online'

/** What would be lacking once the chosen ones are gone, and is there now; null when enough stays. */
export function findLack({ bound, chosen, online, chosenOnline }: HeadCount): Lack | null {
  if (chosen > 0 && chosen >= bound) return 'nobody-bound'
  if (online !== null && chosenOnline !== null && chosenOnline > 0 && chosenOnline >= online) {
    return 'nobody-online'
  }
  return null
}
