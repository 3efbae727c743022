import type { GapCause, SessionEnd, SessionEndCause } from '../../shared/domain/session.ts'
import type { SignInAnswer } from '../gateway/gateway-api.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'
import type { GatewayEvent } from '../gateway/gateway-event.ts'

/** The gateway session; what each arrow means is in docs/session-states.md. */
export type SessionState = RestingState | SigningInState | ActiveState | SigningOutState

/** Nobody is signed in as far as anybody knows; a sign-in may begin. */
export type RestingState =
  | { readonly phase: 'signed-out'; readonly ended: SessionEnd | null }
  /** Somebody else ended the session: another sign-in, or an inspector. */
  | { readonly phase: 'taken-over'; readonly agentId: string; readonly ended: SessionEnd }
  /** The gateway has no such session any more. */
  | { readonly phase: 'ended'; readonly agentId: string; readonly ended: SessionEnd }

export interface SigningInState {
  readonly phase: 'signing-in'
  readonly agentId: string
  readonly since: number
  /** What to return to when the sign-in fails. */
  readonly before: RestingState
}

/** What the sign-in told and what holds as long as the session does. */
export interface SignedIn {
  readonly agentId: string
  readonly since: number
  readonly isAlwaysOffHook: boolean
  /** Identifies this sign-in: an older shutdown event is not about us. */
  readonly loginTime: string | null
  readonly passwordDaysLeft: number | null
  /** No calls come until the password was changed (cec_07_1202). */
  readonly isPasswordChangeForced: boolean
  /** Number of the newest recovery of this session; answers to older ones are not listened to. */
  readonly attempt: number
}

export interface OnlineState extends SignedIn {
  readonly phase: 'online'
}

/** What is known of a time without the gateway. */
interface Doubt {
  /** Last sign of the gateway before it. */
  readonly doubtSince: number
  readonly gapCause: GapCause
  /** Failures in a row since everything was last read; decides the pause before the next poll. */
  readonly failures: number
}

/** Polls fail: the session may stand or not. */
export interface DoubtfulState extends SignedIn, Doubt {
  readonly phase: 'doubtful'
  readonly error: GatewayError
}

/**
 * The gateway is there again, or we are. `verifying`: connections were dropped, and a query finds out whether the session
 * stands. `draining`: events of the gap are fetched. `reading`: everything else is read anew.
 */
export interface RecoveringState extends SignedIn, Doubt {
  readonly phase: 'recovering'
  readonly step: 'verifying' | 'draining' | 'reading'
}

/** As far as anybody knows the gateway counts the agent as signed in. */
export type ActiveState = OnlineState | DoubtfulState | RecoveringState

export interface SigningOutState {
  readonly phase: 'signing-out'
  readonly since: number
  readonly cause: SessionEndCause
  /** What to return to when the gateway refuses, for instance because of a call. */
  readonly from: ActiveState
}

export type SessionEvent =
  | { readonly type: 'sign-in-asked'; readonly at: number; readonly agentId: string }
  | {
      readonly type: 'sign-in-accepted'
      readonly at: number
      readonly isAlwaysOffHook: boolean
      readonly answer: SignInAnswer
    }
  | { readonly type: 'sign-in-failed'; readonly at: number; readonly error: GatewayError }
  | { readonly type: 'poll-answered'; readonly at: number; readonly event: GatewayEvent | null }
  /** A poll that had been given up brought an event all the same: it is not the answer that is waited for now. */
  | { readonly type: 'late-event'; readonly at: number; readonly event: GatewayEvent }
  /** `lastContactAt`: when a poll was last answered. */
  | {
      readonly type: 'poll-failed'
      readonly at: number
      readonly error: GatewayError
      readonly lastContactAt: number
    }
  /** The system slept, or the program did not run: nothing is known since `from`. */
  | {
      readonly type: 'gap-found'
      readonly at: number
      readonly from: number
      readonly cause: Exclude<GapCause, 'no-answer'>
    }
  /** The gateway answered the question whether the session stands, whatever else it said. */
  | { readonly type: 'verified'; readonly at: number; readonly attempt: number }
  | {
      readonly type: 'verify-failed'
      readonly at: number
      readonly attempt: number
      readonly error: GatewayError
      readonly lastContactAt: number
    }
  /** No further event of the gap came for a moment. */
  | { readonly type: 'drained'; readonly at: number; readonly attempt: number }
  | { readonly type: 'caught-up'; readonly at: number; readonly attempt: number }
  /** The gateway fell silent again before the agent's state could be read. */
  | {
      readonly type: 'catch-up-failed'
      readonly at: number
      readonly attempt: number
      readonly error: GatewayError
    }
  /** A command or query came back with an error; only those that end the session matter here. */
  | {
      readonly type: 'request-failed'
      readonly at: number
      readonly error: GatewayError
      readonly lastContactAt: number
    }
  | { readonly type: 'sign-out-asked'; readonly at: number; readonly cause: SessionEndCause }
  /** Answered "0", or answered that there was nothing to sign out, or given up on after asking. */
  | { readonly type: 'sign-out-done'; readonly at: number }
  | { readonly type: 'sign-out-refused'; readonly at: number }

/** What the driver has to do because of an event. */
export type SessionEffect =
  /**
   * Ends a poll that is still open and starts the next one after the pause for its reason. `failure`: the connection failed;
   * `trouble`: something answered, but not as a gateway that is well.
   */
  | {
      readonly type: 'poll'
      readonly after: 'sign-in' | 'event' | 'empty' | 'failure' | 'trouble' | 'recovery'
      readonly failures: number
    }
  /** Give up the poll, drop every connection, and ask something that a gone session refuses. */
  | { readonly type: 'verify'; readonly attempt: number }
  /** Wait a moment for further events of the gap; asked again, the waiting begins anew. */
  | { readonly type: 'await-drain'; readonly attempt: number }
  /** Let the desk read everything anew. */
  | { readonly type: 'catch-up'; readonly attempt: number }
  /** Abort the poll, forget the Guid, close the connections. */
  | { readonly type: 'close' }

export interface SessionStep {
  readonly state: SessionState
  readonly effects: readonly SessionEffect[]
}

export const signedOut: RestingState = { phase: 'signed-out', ended: null }

/** True when a sign-in may begin. */
export function isResting(state: SessionState): state is RestingState {
  return state.phase === 'signed-out' || state.phase === 'taken-over' || state.phase === 'ended'
}

/** True while the gateway counts the agent as signed in, as far as anybody knows. */
export function isActive(state: SessionState): state is ActiveState {
  return state.phase === 'online' || state.phase === 'doubtful' || state.phase === 'recovering'
}

/** The session that stands, or may stand; behind a sign-out as well. Null: there is none. */
export function activePart(state: SessionState): ActiveState | null {
  if (state.phase === 'signing-out') return state.from
  return isActive(state) ? state : null
}
