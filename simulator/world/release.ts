import { otherNumber, type Call } from './call.ts'
import { leaveDesk, type AgentAtDesk } from './desk-calls.ts'
import { event } from './events.ts'
import { forget } from './queues.ts'
import { count } from './statistics.ts'
import { presentAgent, type World } from './world.ts'

/** Who ended a call. */
export type ReleasedBy = 'caller' | 'agent' | 'platform'

/** Where a call is felt: at the agent who has or is offered it, and at the one who still keeps it. */
function desksOf(world: World, call: Call): { readonly at: AgentAtDesk; readonly wasConnected: boolean }[] {
  const { place, transfer } = call
  const holder = place.kind === 'queue' ? null : presentAgent(world, place.agentId)
  const keeper = transfer === null ? null : presentAgent(world, transfer.agentId)
  return [
    ...(keeper === null ? [] : [{ at: keeper, wasConnected: true }]),
    ...(holder === null || holder.agent === keeper?.agent
      ? []
      : [{ at: holder, wasConnected: place.kind === 'talking' }]),
  ]
}

/**
 * Ends a call wherever it is, and the other side of an internal one with it. A call in a queue just disappears:
 * its caller has hung up.
 */
export function releaseCall(world: World, call: Call, by: ReleasedBy): void {
  const desks = desksOf(world, call)
  const { peer } = call
  forget(world, call)
  for (const { at, wasConnected } of desks) {
    world.emit(
      at.agent,
      event.callRelease(call.callid),
      event.customerRelease(call.callid, otherNumber(call)),
    )
    if (by === 'agent') count(world, at.agent, 'agentrelease')
    leaveDesk(world, at, call, { isByAgent: by === 'agent', wasConnected })
  }
  if (peer === null) return
  unlink(call)
  releaseCall(world, peer, 'caller')
}

/** The two sides of an internal conversation are no longer one. */
export function unlink(call: Call): void {
  if (call.peer !== null) call.peer.peer = null
  call.peer = null
}

/** The conversation has begun, or goes on after a hold: it ends by itself when everything is said. */
export function planEnd(world: World, call: Call): void {
  if (call.talkMs !== null) call.task = world.after(call.talkMs, () => releaseCall(world, call, 'caller'))
}
