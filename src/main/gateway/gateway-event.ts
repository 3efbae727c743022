import type { CallEvent } from './events/call-event.ts'
import type { NoticeEvent } from './events/notice-event.ts'
import type { PhoneEvent } from './events/phone-event.ts'
import type { StateEvent } from './events/state-event.ts'

export type { CallEvent } from './events/call-event.ts'
export type { NoticeEvent } from './events/notice-event.ts'
export type { PhoneEvent } from './events/phone-event.ts'
export type { StateEvent } from './events/state-event.ts'

/**
 * Events of the poll in our words (event table of the gateway). What an agent's desk can act on or show has a member of
 * its own; everything else is `other`, kept by name so that it can be logged. Content was parsed by schema at the edge.
 */
export type GatewayEvent =
  StateEvent | CallEvent | PhoneEvent | NoticeEvent | { readonly type: 'other'; readonly name: string }
