import type { SessionEnd, SessionEndCause } from '../../shared/domain/session.ts'
import type { SignInAnswer } from '../gateway/gateway-api.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'
import type { GatewayEvent } from '../gateway/gateway-event.ts'

/** The gateway session; what each arrow means is in docs/session-states.md. */
export type SessionState =
  | { readonly phase: 'signed-out'; readonly ended: SessionEnd | null }
  | { readonly phase: 'signing-in'; readonly agentId: string; readonly since: number }
  | OnlineState
  | {
      readonly phase: 'signing-out'
      readonly since: number
      readonly cause: SessionEndCause
      /** What to return to when the gateway refuses, for instance because of a call. */
      readonly from: OnlineState
    }

export interface OnlineState {
  readonly phase: 'online'
  readonly agentId: string
  readonly since: number
  readonly isAlwaysOffHook: boolean
  /** Identifies this sign-in: an older shutdown event is not about us. */
  readonly loginTime: string | null
  readonly passwordDaysLeft: number | null
  /** No calls come until the password was changed (cec_07_1202). */
  readonly isPasswordChangeForced: boolean
  /** Failed polls in a row; decides the pause before the next. */
  readonly pollFailures: number
  readonly interruption: { readonly since: number; readonly error: GatewayError } | null
}

export type SessionEvent =
  | { readonly type: 'sign-in-asked'; readonly at: number; readonly agentId: string }
  | {
      readonly type: 'sign-in-accepted'
      readonly at: number
      readonly isAlwaysOffHook: boolean
      readonly answer: SignInAnswer
    }
  | { readonly type: 'sign-in-failed'; readonly at: number }
  | { readonly type: 'poll-answered'; readonly at: number; readonly event: GatewayEvent | null }
  | { readonly type: 'poll-failed'; readonly at: number; readonly error: GatewayError }
  /** A command or query came back with an error; only those that end the session matter here. */
  | { readonly type: 'request-failed'; readonly at: number; readonly error: GatewayError }
  | { readonly type: 'sign-out-asked'; readonly at: number; readonly cause: SessionEndCause }
  /** Answered "0", or answered that there was nothing to sign out, or given up on after asking. */
  | { readonly type: 'sign-out-done'; readonly at: number }
  | { readonly type: 'sign-out-refused'; readonly at: number }

/** What the driver has to do because of an event. */
export type SessionEffect =
  | {
      readonly type: 'poll'
      readonly after: 'sign-in' | 'event' | 'empty' | 'failure'
      readonly failures: number
    }
  /** Abort the poll, forget the Guid, close the connections. */
  | { readonly type: 'close' }

export interface SessionStep {
  readonly state: SessionState
  readonly effects: readonly SessionEffect[]
}

export const signedOut: SessionState = { phase: 'signed-out', ended: null }
