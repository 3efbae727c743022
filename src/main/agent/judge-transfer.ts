import type { TransferOutcome } from '../../shared/domain/waiting.ts'

/** What the gateway answered to a transfer. */
export type TransferAnswer = 'accepted' | 'refused' | 'unknown'

/** What reading the queues again showed. Null: could not be read, or says nothing (an idle agent sees no list). */
export interface TransferEvidence {
  readonly isInSource: boolean | null
  readonly isInTarget: boolean | null
}

/**
 * What may be said about a transfer. Only the call seen in the target queue proves the move: a call that was accepted and
 * stands in neither queue may have been moved and answered, or answered or hung up before. Without an answer it may have
 * been moved all the same.
 */
export function judgeTransfer(
  answer: TransferAnswer,
  evidence: TransferEvidence,
): Exclude<TransferOutcome, 'in-progress'> {
  if (evidence.isInTarget === true) return 'moved'
  switch (answer) {
    case 'accepted':
      return 'accepted'
    case 'refused':
      return evidence.isInSource === false ? 'gone' : 'refused'
    case 'unknown':
      return 'unknown'
  }
}
