import type { Agent, AgentState, Note, Presence } from './agent.ts'
import { event } from './events.ts'
import { notifyState } from './monitor.ts'
import { done, REFUSED, type Outcome } from './refusal.ts'
import { count, countStateChange } from './statistics.ts'
import type { World } from './world.ts'

/** Puts a signed-in agent into a state. The one place that keeps times and the set of the idle. */
export function setState(world: World, agent: Agent, presence: Presence, state: AgentState): void {
  if (presence.stateTask !== null) presence.stateTask.isCancelled = true
  presence.stateTask = null
  countStateChange(world, agent, presence, state)
  if (presence.state.name === 'rest' && state.name !== 'rest') {
    presence.restEndsMs = null
    // His place in the quota is free.
    if (world.rules.restQuota !== null) world.isRestDue = true
  }
  // The phases of one call are one state: its age counts from the offer.
  if (presence.state.name !== 'talking' || state.name !== 'talking') presence.stateSinceMs = world.nowMs
  presence.state = state
  if (state.name === 'idle') {
    world.idleAgents.add(agent)
    world.isRoutingDue = true
  } else {
    world.idleAgents.delete(agent)
  }
  notifyState(world, agent, state)
  world.options.observer?.stateChanged(world.nowMs, agent.id, state)
}

function rest(world: World, agent: Agent, presence: Presence, reason: number, durationMs: number): void {
  setState(world, agent, presence, { name: 'rest', reason })
  presence.isRestApproved = false
  presence.restEndsMs = world.nowMs + durationMs
  world.emit(agent, event.setRest(reason))
  // A reminder only: the agent stays in rest (cec_07_1350).
  presence.stateTask = world.after(durationMs, () => {
    count(world, agent, 'restoutnums')
    world.emit(agent, event.restTimeout)
  })
}

/** Whether a noted wish may take effect now. A rest may have to wait (protocol 6.1), other wishes never do. */
export function mayApplyNote(world: World, presence: Presence, note: Note): boolean {
  if (note.name !== 'rest') return true
  const { isRestApprovalNeeded, restQuota } = world.rules
  if (presence.skills.size === 0) return false
  if (isRestApprovalNeeded && !presence.isRestApproved) return false
  return restQuota === null || presence.state.name === 'rest' || restingAgents(world) < restQuota
}

function restingAgents(world: World): number {
  let resting = 0
  for (const { presence } of world.agents.values()) if (presence?.state.name === 'rest') resting += 1
  return resting
}

/** Carries out what the agent asked for during the call or the wrap-up that has just ended. */
export function applyNote(world: World, agent: Agent, presence: Presence, note: Note): void {
  presence.note = null
  switch (note.name) {
    case 'busy':
      setState(world, agent, presence, { name: 'busy', reason: note.reason })
      world.emit(agent, event.setBusy(note.reason))
      return
    case 'rest':
      rest(world, agent, presence, note.reason, note.durationMs)
      return
    case 'work':
      setState(world, agent, presence, { name: 'work' })
      world.emit(agent, event.work)
      return
  }
}

/** Ends a wrap-up: into the noted wish, else into idle. */
function leaveWork(world: World, agent: Agent, presence: Presence): void {
  const { note } = presence
  world.emit(agent, event.cancelWork)
  if (note !== null && mayApplyNote(world, presence, note)) applyNote(world, agent, presence, note)
  else setState(world, agent, presence, { name: 'idle' })
}

/** `sayfree`: idle from busy or wrap-up. */
export function sayFree(world: World, agent: Agent, presence: Presence): Outcome {
  const hadNote = presence.note !== null
  presence.note = null
  switch (presence.state.name) {
    case 'idle':
      return done
    case 'busy':
      setState(world, agent, presence, { name: 'idle' })
      world.emit(agent, event.cancelBusy)
      return done
    case 'work':
      leaveWork(world, agent, presence)
      return done
    case 'rest':
      return REFUSED.state('The agent is resting: end the rest first')
    case 'talking':
      return hadNote ? done : REFUSED.state('The agent is in a call')
  }
}

/** `saybusy`; during a call or a wrap-up it is noted. */
export function sayBusy(
  world: World,
  agent: Agent,
  presence: Presence,
  reason: number,
  isProlonged: boolean,
): Outcome {
  switch (presence.state.name) {
    case 'idle':
      applyNote(world, agent, presence, { name: 'busy', reason })
      return done
    case 'busy':
      if (!isProlonged || reason === 0) return REFUSED.state('The agent is busy already')
      applyNote(world, agent, presence, { name: 'busy', reason })
      return done
    case 'rest':
      return REFUSED.state('The agent is resting: end the rest first')
    case 'work':
    case 'talking':
      presence.note = { name: 'busy', reason }
      return done
  }
}

/** `cancelbusy`: ends busy, or takes a noted busy back. */
export function cancelBusy(world: World, agent: Agent, presence: Presence): Outcome {
  if (presence.note?.name === 'busy') {
    presence.note = null
    return done
  }
  if (presence.state.name !== 'busy') return REFUSED.state('The agent is not busy')
  setState(world, agent, presence, { name: 'idle' })
  world.emit(agent, event.cancelBusy)
  return done
}

/** `work`: wrap-up on request; during a call it holds for the end of that call. */
export function sayWork(world: World, agent: Agent, presence: Presence): Outcome {
  switch (presence.state.name) {
    case 'idle':
    case 'busy':
      presence.note = null
      setState(world, agent, presence, { name: 'work' })
      world.emit(agent, event.setWork)
      return done
    case 'talking':
      presence.note = { name: 'work' }
      return done
    case 'work':
      return REFUSED.state('The agent is in wrap-up already')
    case 'rest':
      return REFUSED.state('The agent is resting: end the rest first')
  }
}

/** `cancelwork`: ends the wrap-up. */
export function cancelWork(world: World, agent: Agent, presence: Presence): Outcome {
  if (presence.state.name !== 'work') return REFUSED.state('The agent is not in wrap-up')
  leaveWork(world, agent, presence)
  return done
}

/** `rest`: granted at once unless a call or wrap-up is on, or the agent serves no queue (protocol 6.1). */
export function sayRest(
  world: World,
  agent: Agent,
  presence: Presence,
  wish: { readonly reason: number; readonly durationMs: number; readonly isProlonged: boolean },
): Outcome {
  const note: Note = { name: 'rest', reason: wish.reason, durationMs: wish.durationMs }
  const { name } = presence.state
  if (name === 'rest' && !wish.isProlonged) return REFUSED.state('The agent is resting already')
  presence.isRestApproved = false
  presence.note = note
  if (name !== 'talking' && name !== 'work') grantWaitingRest(world, agent, presence)
  return done
}

/** `cancelrest`: ends the rest, or takes a rest back that has not been granted yet. */
export function cancelRest(world: World, agent: Agent, presence: Presence): Outcome {
  if (presence.note?.name === 'rest') {
    presence.note = null
    return done
  }
  if (presence.state.name !== 'rest') return REFUSED.state('The agent is not resting')
  setState(world, agent, presence, { name: 'idle' })
  world.emit(agent, event.cancelRest)
  return done
}

/** Lets a rest begin that has been waiting, if nothing is in its way any more. */
export function grantWaitingRest(world: World, agent: Agent, presence: Presence): void {
  const { note, state } = presence
  const isFree = state.name === 'idle' || state.name === 'busy' || state.name === 'rest'
  if (note?.name === 'rest' && isFree && mayApplyNote(world, presence, note)) {
    applyNote(world, agent, presence, note)
  }
}

/** Somebody's rest has ended or the rules have changed: those who wait for theirs are looked at again. */
export function grantWaitingRests(world: World): void {
  world.isRestDue = false
  for (const agent of world.agents.values()) {
    if (agent.presence !== null) grantWaitingRest(world, agent, agent.presence)
  }
}

/** A supervisor approves or refuses a rest that waits. 100-009 when none does. */
export function decideRest(world: World, presence: Presence, isGranted: boolean): Outcome {
  if (presence.note?.name !== 'rest') return REFUSED.state('The agent has not asked for a rest')
  if (isGranted) presence.isRestApproved = true
  else presence.note = null
  world.isRestDue = true
  return done
}
