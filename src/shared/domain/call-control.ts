/**
 * What an agent can do with a call. `pick-up` lifts the linked phone, `reject` puts it down before the call is answered;
 * `answer` and `release` are the gateway's own words for the beginning and the end of a call.
 */
export const callActions = [
  'answer',
  'hold',
  'retrieve',
  'mute',
  'unmute',
  'release',
  'pick-up',
  'reject',
] as const
export type CallAction = (typeof callActions)[number]

/** Why an action makes no sense now, or would be refused. */
export type CallUnavailable =
  | 'not-signed-in'
  | 'session-changing'
  | 'gateway-silent' // what must not be repeated is not sent
  | 'not-ringing' // nothing rings that could be answered, lifted or rejected
  | 'lift-the-phone' // the phone rings, and only the agent's hand can take the call
  | 'not-linked' // lifting and putting down from here need a linked phone (cec_07_1254)
  | 'already-answered'
  | 'not-answered'
  | 'on-hold'
  | 'not-on-hold'
  | 'muted'
  | 'not-muted'
  | 'in-conference' // the gateway holds two-party calls only
  | 'under-way' // the same was asked for, and there is no answer yet

/** By action: why it cannot work now; null where it can. */
export type CallActions = Readonly<Record<CallAction, CallUnavailable | null>>
