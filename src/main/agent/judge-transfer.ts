import type { TransferOutcome } from '../../shared/domain/waiting.ts'

/** What the gateway answered to a transfer. */
export type TransferAnswer = 'accepted' | 'refused' | 'unknown'

/** What reading the queues again showed. Null: could not be read, or says nothing (an idle agent sees no list). */
export interface TransferEvidence {
  readonly isInSource: boolean | null
  readonly isInTarget: boolean | null
}

/**
 * What may be said about a transfer. "0" alone proves nothing: the call may have been answered or hung up meanwhile
 *, and without an answer the call may have been moved all the same.
 */
export function judgeTransfer(
  answer: TransferAnswer,
  evidence: TransferEvidence,
): Exclude<TransferOutcome, 'in-progress'> {
  if (evidence.isInTarget === true) return 'moved'
  switch (answer) {
    case 'accepted':
      return evidence.isInSource === false ? 'moved' : 'accepted'
    case 'refused':
      return evidence.isInSource === false ? 'gone' : 'refused'
    case 'unknown':
      return 'unknown'
  }
}
