import type { AppError } from '../app-error.ts'

/** Why a session ended; decides the text and what is offered next. */
export type SessionEndCause =
  | 'signed-out-by-user'
  | 'signed-out-at-quit'
  | 'shut-down' // AgentOther_ShutdownService: another sign-in or an inspector; the event does not say which
  | 'held-elsewhere' // 100-002 on the way back: somebody is signed in under this ID
  | 'silent-too-long' // 100-006 after two minutes without an answered poll
  | 'not-signed-in' // 100-006 without any of these
  | 'guid-refused' // 000-003
  | 'switch-over-failed' // 105-00x: sign in again

export interface SessionEnd {
  readonly cause: SessionEndCause
  readonly at: number
}

/**
 * Why nothing that is shown can be trusted. `sleep`: the system said so. `clock-jump`: the program did not run, or the
 * clock was set; from inside both look alike. `no-answer`: polls failed.
 */
export type GapCause = 'sleep' | 'clock-jump' | 'no-answer'

/** What holds as long as the gateway has not ended the session. */
export interface SignedInView {
  readonly agentId: string
  readonly since: number
  readonly isAlwaysOffHook: boolean
  /** Days until the password expires; null = the gateway did not say. */
  readonly passwordDaysLeft: number | null
  /** Signed in, but no calls come until the password was changed (cec_07_1202). */
  readonly isPasswordChangeForced: boolean
}

export type SessionView =
  | { readonly phase: 'signed-out'; readonly ended: SessionEnd | null }
  | { readonly phase: 'signing-in'; readonly agentId: string; readonly since: number }
  | (SignedInView & { readonly phase: 'online' })
  /** Polls get no answer: what is shown may be old, wishes are kept for later. */
  | (SignedInView & { readonly phase: 'doubtful'; readonly doubtSince: number; readonly error: AppError })
  /** The gateway answers again; everything is being read anew. */
  | (SignedInView & {
      readonly phase: 'recovering'
      readonly doubtSince: number
      readonly gapCause: GapCause
    })
  | { readonly phase: 'signing-out'; readonly agentId: string; readonly since: number }
  /** Somebody else ended this session. Deskside stays down until the agent says otherwise. */
  | {
      readonly phase: 'taken-over'
      readonly agentId: string
      readonly ended: SessionEnd
      readonly canReturn: boolean
    }
  /** The gateway has no such session any more. `canReturn`: one click signs in again. */
  | {
      readonly phase: 'ended'
      readonly agentId: string
      readonly ended: SessionEnd
      readonly canReturn: boolean
    }

/** The phases in which the gateway counts the agent as signed in, as far as anybody knows. */
export function isSignedIn<S extends { readonly phase: string }>(
  session: S,
): session is Extract<S, { readonly phase: 'online' | 'doubtful' | 'recovering' }> {
  return session.phase === 'online' || session.phase === 'doubtful' || session.phase === 'recovering'
}
