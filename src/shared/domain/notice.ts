import type { AppError } from '../app-error.ts'
import type { SessionEndCause } from './session.ts'

/** Something the agent should know and may dismiss. The window chooses the words. */
export type NoticeContent =
  | { readonly kind: 'settings-damaged'; readonly keptAs: string }
  | { readonly kind: 'settings-not-saved' }
  | { readonly kind: 'session-ended'; readonly cause: SessionEndCause }
  | {
      readonly kind: 'wish-failed'
      readonly wish: 'after-call' | 'linkage' | 'skills' | 'agent-state'
      readonly error: AppError
    }
  | { readonly kind: 'linkage-failed'; readonly result: number }
  | { readonly kind: 'skills-differ' }
  | { readonly kind: 'rest-over' }
  | { readonly kind: 'password-expires'; readonly days: number }
  /** Signed in, but no calls come until the password was changed. */
  | { readonly kind: 'password-change-forced' }
  | { readonly kind: 'second-start' }
  | {
      readonly kind: 'transfer'
      readonly callId: string
      /** As the waiting list gave it; null when the call was not in it. */
      readonly caller: string | null
      readonly fromSkillId: number
      readonly toSkillId: number
      readonly outcome: 'moved' | 'accepted' | 'gone' | 'refused' | 'unknown'
      readonly error: AppError | null
    }
  /** The tray asked to move the longest-waiting call and there was none that may go to that queue. */
  | { readonly kind: 'no-call-to-transfer' }
  | { readonly kind: 'sign-out-unconfirmed' }

export interface Notice {
  readonly id: number
  readonly at: number
  readonly severity: 'info' | 'success' | 'warning' | 'error'
  readonly content: NoticeContent
}
