import type { AppError } from '../app-error.ts'

/** Why a session ended; decides the text and whether signing in again is offered at once. */
export type SessionEndCause =
  | 'signed-out-by-user'
  | 'signed-out-at-quit'
  | 'signed-out-by-platform' // AgentOther_ShutdownService: another sign-in, an inspector, a time-out
  | 'not-signed-in' // 100-006
  | 'guid-refused' // 000-003
  | 'switch-over-failed' // 105-00x: sign in again

export interface SessionEnd {
  readonly cause: SessionEndCause
  readonly at: number
}

export type SessionView =
  | { readonly phase: 'signed-out'; readonly ended: SessionEnd | null }
  | { readonly phase: 'signing-in'; readonly agentId: string; readonly since: number }
  | {
      readonly phase: 'online'
      readonly agentId: string
      readonly since: number
      readonly isAlwaysOffHook: boolean
      /** Since when the event poll gets no answer, and why; null while all is well. */
      readonly interruption: { readonly since: number; readonly error: AppError } | null
      /** Days until the password expires; null = the gateway did not say. */
      readonly passwordDaysLeft: number | null
    }
  | { readonly phase: 'signing-out'; readonly agentId: string; readonly since: number }
