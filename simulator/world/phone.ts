import { applyNote } from './agent-state.ts'
import { BUSY_REASON } from './call-flow.ts'
import { liftFor, presentCall, reportLinkedPhone, type AgentAtDesk } from './desk-calls.ts'
import { event, LINKED_PHONE, PHONE_RELEASED_BY } from './events.ts'
import { goOffline, goOnline } from './phone-line.ts'
import { hangUp } from './transfer.ts'
import type { World } from './world.ts'

/** What can be seen of a phone without a key press: the states of `AgentEvent_linkagePhoneStatus`. */
export type PhoneEvent = keyof typeof LINKED_PHONE

/**
 * Something happens at the agent's phone. Hanging up ends the call in hand, and makes an always-off-hook agent
 * busy: his phone is not available any more (protocol 11.1).
 */
export function phoneDoes(world: World, at: AgentAtDesk, what: PhoneEvent): void {
  const { agent } = at
  switch (what) {
    case 'ringing':
      world.emit(agent, event.phoneAlerting)
      break
    case 'offhook': {
      const call = presentCall(world, at.presence)
      if (call !== undefined && call.lift !== null) {
        // Lifting a phone that rings takes the call (protocol 11.2).
        liftFor(world, call, at)
        return
      }
      world.emit(agent, event.phoneOffhook)
      break
    }
    case 'offline':
      goOffline(world, at)
      return
    case 'online':
      goOnline(world, at)
      return
    case 'onhook':
      hangUpByHand(world, at)
      return
    case 'talking':
      break
  }
  reportLinkedPhone(world, at, LINKED_PHONE[what])
}

function hangUpByHand(world: World, at: AgentAtDesk): void {
  const { agent, presence } = at
  const hasCall = presentCall(world, presence) !== undefined
  if (hasCall && presence.releasePhone) {
    // The release of the call tells of the phone itself.
    hangUp(world, at)
    return
  }
  world.emit(agent, event.phoneRelease(PHONE_RELEASED_BY.agent))
  reportLinkedPhone(world, at, LINKED_PHONE.onhook)
  if (presence.releasePhone) return
  const unavailable = { name: 'busy', reason: BUSY_REASON.phoneUnavailable } as const
  if (hasCall) {
    presence.note = unavailable
    hangUp(world, at)
  } else if (presence.state.name === 'idle') applyNote(world, agent, presence, unavailable)
}
