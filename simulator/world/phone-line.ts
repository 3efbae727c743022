import { reportLinkedPhone, type AgentAtDesk } from './desk-calls.ts'
import { event, LINKED_PHONE } from './events.ts'
import type { World } from './world.ts'

/** The phone is out of reach: nothing can be done with it until it is back. */
export function goOffline(world: World, at: AgentAtDesk): void {
  world.emit(at.agent, event.phoneUnknown)
  reportLinkedPhone(world, at, LINKED_PHONE.offline)
  at.presence.isPhoneOnline = false
}

/** The phone is back; it is linked as before. */
export function goOnline(world: World, at: AgentAtDesk): void {
  at.presence.isPhoneOnline = true
  reportLinkedPhone(world, at, LINKED_PHONE.online)
}
