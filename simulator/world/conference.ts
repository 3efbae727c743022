import { cancelTask, type Call } from './call.ts'
import { callsAt, enterPhase, leaveDesk, moveTo, presentCall, type AgentAtDesk } from './desk-calls.ts'
import { event } from './events.ts'
import { forget } from './queues.ts'
import { done, refuse, type Outcome } from './refusal.ts'
import { planEnd, releaseCall, unlink } from './release.ts'
import { presentAgent, type World } from './world.ts'

/** `confjoin`: the call that is talked in and the one on hold hear each other. */
export function joinConference(world: World, { agent, presence }: AgentAtDesk, callid?: string): Outcome {
  const present = presentCall(world, presence)
  if (present?.place.kind !== 'talking' || present.isHeld) {
    return refuse('200-010', 'Three-party call: there is no active call')
  }
  const held = presence.otherCalls.findLast((call) => call.isHeld && (callid ?? call.callid) === call.callid)
  if (held === undefined) return refuse('200-011', 'Three-party call: there is no call on hold')
  held.isHeld = false
  held.conference = [present]
  present.conference = [held]
  world.emit(agent, event.conference(present.callid))
  return done
}

/**
 * The agent leaves and the others go on talking: with a colleague among them the caller is his from now on, else
 * the conversation goes on outside the centre.
 */
export function leaveConference(world: World, at: AgentAtDesk): void {
  const calls = [...callsAt(world, at.presence)]
  const own = calls.find((call) => call.peer !== null)
  const colleague = own?.peer?.place.kind === 'talking' ? presentAgent(world, own.peer.place.agentId) : null
  const customer = calls.find((call) => call !== own)
  for (const call of calls) world.emit(at.agent, event.callRelease(call.callid))
  for (const call of calls) {
    call.conference = []
    leaveDesk(world, at, call, { isByAgent: true, wasConnected: true })
  }
  if (own?.peer != null && colleague !== null && customer !== undefined) {
    handOver(world, customer, { at: colleague, leg: own.peer, from: at.agent.id })
    unlink(own)
    forget(world, own)
    return
  }
  for (const call of calls) {
    unlink(call)
    forget(world, call)
  }
}

/** The colleague's own call gives way to the caller's. */
function handOver(
  world: World,
  customer: Call,
  to: { readonly at: AgentAtDesk; readonly leg: Call; readonly from: string },
): void {
  const { at, leg, from } = to
  const { presence } = at
  cancelTask(customer)
  customer.transferredBy = from
  customer.talkingSinceMs = world.nowMs
  moveTo(world, customer, { kind: 'talking', agentId: at.agent.id })
  const isInHand = presence.state.name === 'talking' && presence.state.callid === leg.callid
  unlink(leg)
  forget(world, leg)
  presence.otherCalls = presence.otherCalls.filter((call) => call !== leg)
  customer.isHeld = !isInHand
  if (isInHand) enterPhase(world, at, customer, 'talking')
  else presence.otherCalls = [...presence.otherCalls, customer]
  world.emit(at.agent, event.talking(customer))
  planEnd(world, customer)
}

/** `disconnect` of one number: that party leaves, whoever else there is goes on. */
export function dropParty(world: World, at: AgentAtDesk, number: string): Outcome {
  const calls = callsAt(world, at.presence)
  if (calls.length === 0) return refuse('200-023', 'There is no call whose party could be disconnected')
  const call = calls.find((each) => each.caller === number || each.called === number)
  if (call === undefined) return refuse('200-024', 'The number is not part of the call')
  releaseCall(world, call, 'agent')
  return done
}

/** `dropcall`: ends one of the agent's calls. */
export function dropCall(world: World, at: AgentAtDesk, callid: string): Outcome {
  const call = callsAt(world, at.presence).find((each) => each.callid === callid)
  if (call === undefined) return refuse('200-025', 'There is no such call')
  releaseCall(world, call, 'agent')
  return done
}
