import type { AppError } from '../app-error.ts'

/** A call waiting in a skill queue. Numbers of callers are shown, never logged. */
export interface WaitingCall {
  readonly callId: string
  readonly skillId: number
  readonly caller: string
  readonly called: string
  /** When it entered the queue, milliseconds since 1970 by the gateway's clock; null when the gateway did not say. */
  readonly enteredAt: number | null
  /** Seconds it had waited when its queue was read. */
  readonly waitedSeconds: number
  readonly priority: number | null
  readonly mediaType: number | null
}

/** As the desk lists it: queues are read one after another, and each call is as old as the reading of its queue. */
export interface ListedCall extends WaitingCall {
  readonly readAt: number
}

/** A list read from the gateway: how far the reading has come, and how old the last good one is. */
export interface ReadState {
  readonly isLoading: boolean
  readonly readAt: number | null
  readonly error: AppError | null
}

/**
 * What became of a transfer, decided from the answer and from reading the queues again; an answer of "0" alone is no
 * proof. `moved`: seen in the target queue. `taken`: accepted, and it waits in neither queue any more: answered, or hung
 * up. `gone`: not accepted, and it waits in the source queue no more. `refused`: not accepted, or accepted without
 * effect, and as far as can be seen it still waits in the source queue. `unknown`: nothing proves any of these; it is
 * looked for again.
 */
export type TransferOutcome = 'in-progress' | 'moved' | 'taken' | 'gone' | 'refused' | 'unknown'

/** What the gateway said to the request itself. */
export type TransferAnswer = 'accepted' | 'refused' | 'none'

export interface TransferReceipt {
  readonly callId: string
  readonly fromSkillId: number
  readonly toSkillId: number
  readonly outcome: TransferOutcome
  /** Null while the request is under way. */
  readonly answer: TransferAnswer | null
  /** When the agent asked. */
  readonly askedAt: number
  /** When the outcome became known, or was last looked for. */
  readonly at: number
  readonly error: AppError | null
}
