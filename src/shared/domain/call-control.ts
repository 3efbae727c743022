import type { CallView } from './call.ts'
import { isSignedIn, type SessionView } from './session.ts'

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

/** Why an action cannot be asked for: because of the session, for want of a call, or because of the present one. */
export type CallRefusal = CallUnavailable | 'no-call'

/**
 * Why `action` cannot be asked for now; null when it can. Every door gives this reason: buttons, tray, palette, keys, command
 * line and links. While the gateway is silent nobody knows whether there is a call, so the silence is the reason then.
 */
export function callRefusal(
  action: CallAction,
  { session, call }: { readonly session: SessionView; readonly call: Pick<CallView, 'actions'> | null },
): CallRefusal | null {
  if (!isSignedIn(session)) {
    const isChanging = session.phase === 'signing-in' || session.phase === 'signing-out'
    return isChanging ? 'session-changing' : 'not-signed-in'
  }
  if (session.phase !== 'online') return 'gateway-silent'
  return call === null ? 'no-call' : call.actions[action]
}
