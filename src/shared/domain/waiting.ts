import type { AppError } from '../app-error.ts'

/** A call waiting in a skill queue. Numbers of callers are shown, never logged. */
export interface WaitingCall {
  readonly callId: string
  readonly skillId: number
  readonly caller: string
  readonly called: string
  /** When it entered the queue, milliseconds since 1970 by the gateway's clock; null when the gateway did not say. */
  readonly enteredAt: number | null
  /** Seconds it had waited when the list was read. */
  readonly waitedSeconds: number
  readonly priority: number | null
  readonly mediaType: number | null
}

/** A list read from the gateway: how far the reading has come, and how old the last good one is. */
export interface ReadState {
  readonly isLoading: boolean
  readonly readAt: number | null
  readonly error: AppError | null
}

/**
 * What became of a transfer, decided from the answer and from reading the queues again; an answer of "0" alone is no
 * proof. `moved`: seen in the target queue. `accepted`: "0", but not seen there. `gone`: refused, and it is in the source
 * queue no more. `refused`: refused otherwise. `unknown`: no answer, and not seen in the target queue.
 */
export type TransferOutcome = 'in-progress' | 'moved' | 'accepted' | 'gone' | 'refused' | 'unknown'

export interface TransferReceipt {
  readonly callId: string
  readonly fromSkillId: number
  readonly toSkillId: number
  readonly outcome: TransferOutcome
  /** True when the call was found in the target queue afterwards. */
  readonly isSeenInTarget: boolean
  readonly at: number
  readonly error: AppError | null
}
