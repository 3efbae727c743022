import type { TransferAnswer, TransferOutcome } from '../../shared/domain/waiting.ts'

/** What reading the queues again showed. Null: could not be read, or says nothing (an idle agent sees no list). */
export interface TransferEvidence {
  readonly isInSource: boolean | null
  readonly isInTarget: boolean | null
  /** False while a request without an answer may still be on its way. */
  readonly isSettled: boolean
}

/**
 * What may be said about a transfer. Only the call seen in the target queue proves the move. An answer of "0" and a call
 * that waits nowhere any more: it was moved and answered or hung up at once, or left just before. Without an answer the
 * request may still arrive, so that a call in the source queue proves nothing for a while.
 */
export function judgeTransfer(
  answer: TransferAnswer,
  { isInSource, isInTarget, isSettled }: TransferEvidence,
): Exclude<TransferOutcome, 'in-progress'> {
  if (isInTarget === true) return 'moved'
  switch (answer) {
    case 'accepted':
      if (isInSource === true) return 'refused'
      return isInSource === false && isInTarget === false ? 'taken' : 'unknown'
    case 'refused':
      return isInSource === false ? 'gone' : 'refused'
    case 'none':
      if (isInSource === true) return isSettled ? 'refused' : 'unknown'
      return isInSource === false && isInTarget === false ? 'gone' : 'unknown'
  }
}
