import type { AppError } from '../app-error.ts'
import type { AgentState } from './agent.ts'
import type { QueueLevel } from './queue-thresholds.ts'
import type { SessionEndCause } from './session.ts'
import type { TransferOutcome } from './waiting.ts'
import type { WishName } from './wishes.ts'

/** Something the agent should know and may dismiss. The window chooses the words. */
export type NoticeContent =
  | { readonly kind: 'settings-damaged'; readonly keptAs: string }
  | { readonly kind: 'settings-not-saved' }
  | { readonly kind: 'session-ended'; readonly cause: SessionEndCause }
  | {
      readonly kind: 'wish-failed'
      readonly wish: WishName
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
      readonly outcome: Exclude<TransferOutcome, 'in-progress'>
      readonly error: AppError | null
    }
  /** The tray asked to move the longest-waiting call and there was none that may go to that queue. */
  | { readonly kind: 'no-call-to-transfer' }
  | { readonly kind: 'sign-out-unconfirmed' }
  /** A wish was kept during a gap and could not be asked for any more: not from the present state, or the session ended. */
  | {
      readonly kind: 'wish-dropped'
      readonly wish: WishName
      /** The state that was asked for and the one it could not be asked from; absent when it was about no state. */
      readonly states?: { readonly asked: AgentState; readonly present: AgentState }
    }
  /** A call was offered and taken back because nobody answered. */
  | {
      readonly kind: 'call-missed'
      /** Empty when the number was withheld, null when none was told. */
      readonly caller: string | null
    }
  /** An inspector put the agent into this state. */
  | { readonly kind: 'state-forced'; readonly state: AgentState }
  /**
   * What became of a command that was asked for outside the window (command line, link). `waits`: for the sign-in. `command`:
   * its text form.
   */
  | {
      readonly kind: 'command'
      readonly command: string
      readonly outcome: 'done' | 'waits' | 'failed'
      readonly error: AppError | null
    }
  /** A queue grew loud: by these figures it has come to this level of its thresholds. */
  | {
      readonly kind: 'queue-threshold'
      readonly skillId: number
      readonly level: Exclude<QueueLevel, 'calm'>
      readonly waitingCalls: number
      readonly longestWaitSeconds: number
    }
  /** A link that is no command; nothing was done. */
  | { readonly kind: 'link-not-understood' }
  /** The journal goes on in memory; the disk does not take it. */
  | { readonly kind: 'journal-not-kept' }

export interface Notice {
  readonly id: number
  readonly at: number
  readonly severity: 'info' | 'success' | 'warning' | 'error'
  readonly content: NoticeContent
}
