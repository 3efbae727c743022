import type { Agent, CallPhase, Presence } from './agent.ts'
import { applyNote, mayApplyNote, setState } from './agent-state.ts'
import { cancelTask, type Call, type CallPlace } from './call.ts'
import { event, LINKED_PHONE, PHONE_RELEASED_BY } from './events.ts'
import { count } from './statistics.ts'
import type { World } from './world.ts'

/** An agent who is signed in, at his desk. */
export interface AgentAtDesk {
  readonly agent: Agent
  readonly presence: Presence
}

/** Puts a call into another place. */
export function moveTo(world: World, call: Call, place: CallPlace): void {
  call.place = place
  world.options.observer?.callMoved(world.nowMs, call.callid, place)
}

/** The call the agent has in hand: talked in, ringing, or held while nothing else goes on. */
export const presentCall = (world: World, presence: Presence): Call | undefined =>
  presence.state.name === 'talking' ? world.calls.get(presence.state.callid) : undefined

/** Every call of the agent, the one in hand first. */
export function callsAt(world: World, presence: Presence): readonly Call[] {
  const present = presentCall(world, presence)
  return present === undefined ? [] : [present, ...presence.otherCalls]
}

/** Brings the call of the agent a phase further and takes it in hand; what was in hand stays beside it. */
export function enterPhase(
  world: World,
  { agent, presence }: AgentAtDesk,
  call: Call,
  phase: CallPhase,
): void {
  const before = presentCall(world, presence)
  const others = presence.otherCalls.filter((other) => other !== call)
  presence.otherCalls = before === undefined || before === call ? others : [...others, before]
  setState(world, agent, presence, { name: 'talking', phase, callid: call.callid })
}

/** A linked phone reports what it does, beside the events every phone causes. */
export function reportLinkedPhone(world: World, { agent, presence }: AgentAtDesk, status: number): void {
  if (presence.linkage === 'linked') world.emit(agent, event.linkedPhone(status))
}

/** The phone that rings for this call is lifted. */
export function liftFor(world: World, call: Call, at: AgentAtDesk): void {
  const { lift } = call
  if (lift === null) return
  cancelTask(call)
  call.lift = null
  world.emit(at.agent, event.phoneOffhook)
  reportLinkedPhone(world, at, LINKED_PHONE.offhook)
  lift()
}

/** The phone of a non-always-off-hook agent is hung up. */
export function hangUpPhone(world: World, at: AgentAtDesk, by: number): void {
  if (!at.presence.releasePhone) return
  world.emit(at.agent, event.phoneRelease(by))
  reportLinkedPhone(world, at, LINKED_PHONE.onhook)
}

/** How a call leaves a desk. */
export interface Leaving {
  readonly isByAgent: boolean
  /** The agent had talked in it: only then his after-call setting counts. */
  readonly wasConnected: boolean
  /** The phone has been hung up already. */
  readonly isPhoneDown?: boolean
}

/**
 * A call is the agent's no more. With the last one the phone is hung up and the state after a call begins; else
 * he has the next one in hand.
 */
export function leaveDesk(world: World, at: AgentAtDesk, call: Call, leaving: Leaving): void {
  const { agent, presence } = at
  if (leaving.wasConnected && call.talkingSinceMs !== null) {
    count(world, agent, 'talktime', world.nowMs - call.talkingSinceMs)
  }
  presence.lastCall = call
  if (presence.state.name !== 'talking') return
  const isInHand = presence.state.callid === call.callid
  if (!isInHand) {
    presence.otherCalls = presence.otherCalls.filter((other) => other !== call)
    return
  }
  // Whoever is left of a conference is talked to; only then come those on hold.
  const next = presence.otherCalls.find(({ isHeld }) => !isHeld) ?? presence.otherCalls[0]
  presence.otherCalls = presence.otherCalls.filter((other) => other !== next)
  if (next !== undefined) {
    setState(world, agent, presence, { name: 'talking', phase: 'talking', callid: next.callid })
    return
  }
  if (leaving.isPhoneDown !== true) {
    hangUpPhone(world, at, leaving.isByAgent ? PHONE_RELEASED_BY.agent : PHONE_RELEASED_BY.platform)
  }
  afterCall(world, at, call, leaving.wasConnected ? afterCallState(world, presence) : 'idle')
}

/** What follows a call by the agent's setting and the off-hook rule (protocol 11.1). */
export function afterCallState(world: World, presence: Presence): 'idle' | 'work' {
  if (world.options.isOffHookStrict && presence.releasePhone) return 'work'
  return presence.autoEnterIdle ? 'idle' : 'work'
}

function afterCall(
  world: World,
  { agent, presence }: AgentAtDesk,
  call: Call,
  wanted: 'idle' | 'work',
): void {
  if (presence.note !== null && mayApplyNote(world, presence, presence.note)) {
    applyNote(world, agent, presence, presence.note)
  } else if (wanted === 'idle') {
    setState(world, agent, presence, { name: 'idle' })
    world.emit(agent, event.ready)
  } else {
    setState(world, agent, presence, { name: 'work' })
    world.emit(agent, event.work)
  }
  limitWrapUp(world, agent, presence, call)
}

/** A wrap-up after a call ends by itself: by the queue's limit, or when a colleague has finished. */
function limitWrapUp(world: World, agent: Agent, presence: Presence, call: Call): void {
  if (presence.state.name !== 'work') return
  const { wrapUpLimitMs, timing } = world.options
  const ofQueueMs = world.wrapUpLimits.get(call.skillId) ?? wrapUpLimitMs
  const limitMs = presence.session === null ? world.duration(timing.colleagueWrapUpMs) : ofQueueMs
  if (limitMs === 0) return
  presence.stateTask = world.after(limitMs, () => {
    const { note } = presence
    if (note !== null && mayApplyNote(world, presence, note)) {
      applyNote(world, agent, presence, note)
      return
    }
    setState(world, agent, presence, { name: 'idle' })
    world.emit(agent, event.ready)
  })
}
