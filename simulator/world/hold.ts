import type { Call } from './call.ts'
import { callsAt, enterPhase, presentCall, type AgentAtDesk } from './desk-calls.ts'
import { event } from './events.ts'
import { done, refuse, type Outcome } from './refusal.ts'
import { count } from './statistics.ts'
import type { World } from './world.ts'

const isTalked = (call: Call): boolean =>
  call.place.kind === 'talking' && !call.isHeld && call.transfer === null && call.conference.length === 0

/** Puts a call on hold without telling anybody. */
export function setHeld(world: World, { agent }: AgentAtDesk, call: Call): void {
  call.isHeld = true
  call.isMuted = false
  count(world, agent, 'keepnums')
}

/** `hold`: the call in hand waits at the agent. */
export function holdCall(world: World, at: AgentAtDesk): Outcome {
  const call = presentCall(world, at.presence)
  if (call === undefined) return refuse('200-013', 'There is no call to hold')
  if (!isTalked(call)) return refuse('200-014', 'The state of the call does not allow holding it')
  setHeld(world, at, call)
  world.emit(at.agent, event.hold(call.callid))
  return done
}

/** The agent talks to a caller on hold again. */
export function takeFromHold(world: World, at: AgentAtDesk, call: Call): void {
  call.isHeld = false
  enterPhase(world, at, call, 'talking')
}

/** `gethold`: the caller on hold is talked to again. Without a callid the one in hand comes first. */
export function retrieveCall(world: World, at: AgentAtDesk, callid?: string): Outcome {
  const calls = callsAt(world, at.presence)
  const held = calls.find((call) => call.isHeld && (callid ?? call.callid) === call.callid)
  if (held === undefined) return refuse('200-015', 'There is no call on hold to retrieve')
  if (calls.some((call) => !call.isHeld)) {
    return refuse('200-016', 'The state of the call does not allow retrieving it: another one is active')
  }
  takeFromHold(world, at, held)
  world.emit(at.agent, event.talking(held))
  return done
}

/** `connecthold`: the active call and the one on hold change places. */
export function swapHeld(world: World, at: AgentAtDesk, callid: string): Outcome {
  const active = presentCall(world, at.presence)
  if (active === undefined || !isTalked(active)) return refuse('200-005', 'There is no call to hold')
  const held = at.presence.otherCalls.find((call) => call.isHeld && call.callid === callid)
  if (held === undefined) return refuse('200-006', 'There is no such call on hold')
  setHeld(world, at, active)
  world.emit(at.agent, event.hold(active.callid))
  takeFromHold(world, at, held)
  world.emit(at.agent, event.talking(held))
  return done
}

/** `beginmute` and `endmute`: the other side hears the agent no more, or again. No event tells of it. */
export function setMuted(world: World, { presence }: AgentAtDesk, isMuted: boolean): Outcome {
  const call = presentCall(world, presence)
  if (call === undefined) {
    return isMuted
      ? refuse('200-003', 'There is no call to mute')
      : refuse('200-007', 'There is no call to unmute')
  }
  if (call.place.kind !== 'talking' || call.isHeld || call.isMuted === isMuted) {
    return isMuted
      ? refuse('200-004', 'The state of the call does not allow muting it')
      : refuse('200-008', 'The state of the call does not allow unmuting it')
  }
  call.isMuted = isMuted
  return done
}
