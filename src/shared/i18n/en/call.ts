import type { CallAction, CallUnavailable } from '../../domain/call-control.ts'
import type { CallKind, CallPhase } from '../../domain/call.ts'

/** The present call and what can be done with it. */
export const call = {
  heading: 'Present call',
  none: 'No call',
  noneNext: 'The next call appears here.',
  phases: {
    arriving: 'Arriving',
    ringing: 'Ringing',
    talking: 'Talking',
    held: 'On hold',
  } satisfies Record<CallPhase, string>,
  muted: 'Muted',
  muteUnknown: 'Not known whether you are muted',
  withheld: 'Number withheld',
  unknownCaller: 'No number given',
  kinds: {
    incoming: 'Incoming call',
    outgoing: 'Outgoing call',
    internal: 'Internal call',
    consultation: 'Consultation',
    conference: 'Conference',
    callback: 'Callback',
    campaign: 'Campaign call',
  } satisfies Record<CallKind, string>,
  transferredBy: 'passed on by {who}',
  /** What is not an ordinary voice call. */
  media: {
    chat: 'Chat',
    video: 'Video',
    message: 'Message',
  },
  /** How long the two have been connected, holding included. */
  lasts: '{time} in all',
  actions: {
    answer: 'Answer',
    hold: 'Hold',
    retrieve: 'Resume',
    mute: 'Mute',
    unmute: 'Unmute',
    release: 'End',
    'pick-up': 'Lift',
    reject: 'Reject',
  } satisfies Record<CallAction, string>,
  /** Why a button does nothing now. */
  reasons: {
    'not-signed-in': 'Sign in first.',
    'session-changing': 'Signing in or out.',
    'gateway-silent': 'The gateway does not answer. Use your phone.',
    'not-ringing': 'Nothing rings that could be answered.',
    'lift-the-phone': 'Lift the phone to take the call.',
    'not-linked': 'Only a linked phone can be lifted or put down from here.',
    'already-answered': 'The call has been answered already.',
    'not-answered': 'The call has not been answered yet.',
    'on-hold': 'The call is on hold.',
    'not-on-hold': 'The call is not on hold.',
    muted: 'You are muted already.',
    'not-muted': 'You are not muted.',
    'in-conference': 'A conference cannot be put on hold.',
    'under-way': 'Asked already; the effect is not seen yet.',
  } satisfies Record<CallUnavailable, string>,
  /** A press that came right after the call had changed by itself. */
  guarded: 'The call had just changed: nothing was done. Look, then press again.',
  keys: 'Keys: {keys}',
}
