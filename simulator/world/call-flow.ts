import type { Agent, CallPhase, Presence } from './agent.ts'
import { applyNote, setState } from './agent-state.ts'
import type { Call } from './call.ts'
import { event, LINKED_PHONE, PHONE_RELEASED_BY } from './events.ts'
import { dequeue, enqueue, forget } from './queues.ts'
import { done, refuse, REFUSED, succeed, type Outcome } from './refusal.ts'
import { presentAgent, type World } from './world.ts'

/** Busy reasons of the platform (cec_07_1346). */
export const BUSY_REASON = { noAnswer: 2, forced: 3, phoneUnavailable: 5, rejected: 7 } as const

/** Who ended a call. */
export type ReleasedBy = 'caller' | 'agent' | 'platform'

/** Gives a waiting call to an idle agent: the first step of protocol 4.6. */
export function offerCall(world: World, call: Call, agent: Agent, presence: Presence): void {
  dequeue(world, call)
  call.place = { kind: 'offered', agentId: agent.id }
  world.options.observer?.callMoved(world.nowMs, call.callid, call.place)
  enterPhase(world, agent, presence, call, 'pre-occupied')
  world.emit(agent, event.busyWithCall)
  const next = presence.releasePhone ? ring : connect
  call.task = world.after(world.duration(world.options.timing.offerMs), () =>
    next(world, call, agent, presence),
  )
}

function enterPhase(world: World, agent: Agent, presence: Presence, call: Call, phase: CallPhase): void {
  setState(world, agent, presence, { name: 'talking', phase, callid: call.callid })
}

/** The phone of a non-always-off-hook agent rings; lifting it happens by itself after a moment. */
function ring(world: World, call: Call, agent: Agent, presence: Presence): void {
  enterPhase(world, agent, presence, call, 'occupied')
  world.emit(agent, event.phoneAlerting)
  reportLinkedPhone(world, agent, presence, LINKED_PHONE.ringing)
  call.task = world.after(world.duration(world.options.timing.liftMs), () =>
    lift(world, call, agent, presence),
  )
}

function lift(world: World, call: Call, agent: Agent, presence: Presence): void {
  world.emit(agent, event.phoneOffhook)
  reportLinkedPhone(world, agent, presence, LINKED_PHONE.offhook)
  connect(world, call, agent, presence)
}

/** The call whose phone rings, if the linked phone may be told what to do about it. */
function alertingCall(world: World, presence: Presence): Outcome<Call> {
  if (presence.linkage !== 'linked') return REFUSED.platform('The phone of the agent is not linked')
  const { state } = presence
  const isAlerting = state.name === 'talking' && state.phase === 'occupied'
  const call = isAlerting ? world.calls.get(state.callid) : undefined
  return call === undefined ? REFUSED.platform('The phone of the agent does not ring') : succeed(call)
}

/** `phonepickup`: lifts the linked phone that rings. */
export function liftPhone(world: World, agent: Agent, presence: Presence): Outcome {
  const call = alertingCall(world, presence)
  if (!call.ok) return call
  cancelTask(call.value)
  lift(world, call.value, agent, presence)
  return done
}

/** `phonehangup`: rejects the call on the linked phone that rings; the caller waits again. */
export function rejectOnPhone(world: World, agent: Agent, presence: Presence): Outcome {
  const call = alertingCall(world, presence)
  if (!call.ok) return call
  requeue(world, call.value)
  hangUpPhone(world, agent, presence, PHONE_RELEASED_BY.agent)
  world.emit(agent, event.noAnswer(call.value.callid))
  applyNote(world, agent, presence, { name: 'busy', reason: BUSY_REASON.rejected })
  return done
}

/** A linked phone reports what it does, beside the events every phone causes. */
export function reportLinkedPhone(world: World, agent: Agent, presence: Presence, status: number): void {
  if (presence.linkage === 'linked') world.emit(agent, event.linkedPhone(status))
}

function connect(world: World, call: Call, agent: Agent, presence: Presence): void {
  enterPhase(world, agent, presence, call, 'answering')
  if (presence.autoAnswer) {
    world.emit(agent, event.autoAnswer(call))
    talk(world, call, agent, presence)
    return
  }
  world.emit(agent, event.ringing(call), event.customerAlerting(call))
  call.task = world.after(world.options.timing.noAnswerMs, () => takeBack(world, call, agent, presence))
}

function talk(world: World, call: Call, agent: Agent, presence: Presence): void {
  call.place = { kind: 'talking', agentId: agent.id }
  world.options.observer?.callMoved(world.nowMs, call.callid, call.place)
  enterPhase(world, agent, presence, call, 'talking')
  world.emit(agent, event.talking(call))
  call.task = world.after(call.talkMs, () => releaseCall(world, call, 'caller'))
}

/** `PUT answer`: takes the call that rings (manual answer). */
export function answerCall(world: World, agent: Agent, presence: Presence): Outcome {
  const { state } = presence
  const call = state.name === 'talking' ? world.calls.get(state.callid) : undefined
  const isRinging = state.name === 'talking' && state.phase === 'answering'
  if (call === undefined || !isRinging) return refuse('200-002', 'There is no call to answer')
  cancelTask(call)
  talk(world, call, agent, presence)
  return done
}

/** Nobody answered: the caller waits again, the agent becomes busy with reason 2. */
function takeBack(world: World, call: Call, agent: Agent, presence: Presence): void {
  requeue(world, call)
  world.emit(agent, event.noAnswer(call.callid))
  hangUpPhone(world, agent, presence, PHONE_RELEASED_BY.platform)
  applyNote(world, agent, presence, { name: 'busy', reason: BUSY_REASON.noAnswer })
}

function hangUpPhone(world: World, agent: Agent, presence: Presence, by: number): void {
  if (!presence.releasePhone) return
  world.emit(agent, event.phoneRelease(by))
  reportLinkedPhone(world, agent, presence, LINKED_PHONE.onhook)
}

/** Ends a call wherever it is. A call in a queue just disappears: its caller has hung up. */
export function releaseCall(world: World, call: Call, by: ReleasedBy): void {
  const { place } = call
  const at = place.kind === 'queue' ? null : presentAgent(world, place.agentId)
  forget(world, call)
  if (at === null) return
  const { agent, presence } = at
  const wasConnected = place.kind === 'talking'
  world.emit(agent, event.callRelease(call.callid), event.customerRelease(call.callid, call.caller))
  hangUpPhone(world, agent, presence, by === 'agent' ? PHONE_RELEASED_BY.agent : PHONE_RELEASED_BY.platform)
  afterCall(world, agent, presence, wasConnected ? afterCallState(world, presence) : 'idle')
}

/** What follows a call by the agent's setting and the off-hook rule (protocol 11.1). */
export function afterCallState(world: World, presence: Presence): 'idle' | 'work' {
  if (world.options.isOffHookStrict && presence.releasePhone) return 'work'
  return presence.autoEnterIdle ? 'idle' : 'work'
}

function afterCall(world: World, agent: Agent, presence: Presence, wanted: 'idle' | 'work'): void {
  if (presence.note !== null) {
    applyNote(world, agent, presence, presence.note)
  } else if (wanted === 'idle') {
    setState(world, agent, presence, { name: 'idle' })
    world.emit(agent, event.ready)
  } else {
    setState(world, agent, presence, { name: 'work' })
    world.emit(agent, event.work)
  }
  limitWrapUp(world, agent, presence)
}

/** A wrap-up after a call ends by itself: by the queue's limit, or when a colleague has finished. */
function limitWrapUp(world: World, agent: Agent, presence: Presence): void {
  if (presence.state.name !== 'work') return
  const { wrapUpLimitMs, timing } = world.options
  const limitMs = presence.session === null ? world.duration(timing.colleagueWrapUpMs) : wrapUpLimitMs
  if (limitMs === 0) return
  presence.stateTask = world.after(limitMs, () => {
    const { note } = presence
    if (note !== null) {
      applyNote(world, agent, presence, note)
      return
    }
    setState(world, agent, presence, { name: 'idle' })
    world.emit(agent, event.ready)
  })
}

/** The agent leaves: a call that was only offered goes back to its queue, a conversation ends. */
export function dropCallOf(world: World, agent: Agent, presence: Presence): void {
  const { state } = presence
  const call = state.name === 'talking' ? world.calls.get(state.callid) : undefined
  if (call === undefined) return
  if (call.place.kind === 'offered') {
    requeue(world, call)
    return
  }
  forget(world, call)
  world.emit(agent, event.callRelease(call.callid), event.customerRelease(call.callid, call.caller))
}

/** An offered call waits again, unless its caller has lost patience meanwhile. */
function requeue(world: World, call: Call): void {
  cancelTask(call)
  const isPatient = call.patienceMs === null || world.nowMs - call.enteredMs < call.patienceMs
  if (isPatient) enqueue(world, call, call.skillId)
  else forget(world, call)
}

function cancelTask(call: Call): void {
  if (call.task !== null) call.task.isCancelled = true
  call.task = null
}
