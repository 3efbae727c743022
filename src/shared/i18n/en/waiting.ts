import type { TransferAnswer, TransferOutcome } from '../../domain/waiting.ts'

export const waiting = {
  name: 'Waiting calls',
  caller: 'Caller',
  queue: 'Queue',
  wait: 'Waiting',
  action: 'Action',
  unknownCaller: 'Withheld',
  queueNumber: 'Queue {id}',
  transfer: 'Transfer',
  transferCall: 'Transfer call {callId}',
  empty: 'Nobody is waiting.',
  emptyBefore: 'Nobody was waiting then.',
  emptyNext: 'Calls in your queues appear here, longest wait first.',
  hiddenTitle: 'Hidden while you are idle',
  hidden:
    'The gateway gives no waiting list to an idle agent: the next call would come to you at once. Choose Busy or Wrap-up to see who waits.',
  loading: 'Reading your queues…',
  loadFailed: 'The waiting calls could not be read',
  notTransferable: 'No other queue of the same kind.',
  queuesUnknown: 'The queues could not be read, so it is not known where a call may go.',
  receipts: 'Recent transfers',
  receiptRoute: '{from} to {to}',
  outcomes: {
    'in-progress': 'Moving…',
    moved: 'Moved',
    taken: 'Taken meanwhile',
    gone: 'Gone before the move',
    refused: 'Not moved',
    unknown: 'Outcome not known',
  } satisfies Record<TransferOutcome, string>,
  /** By what the gateway answered. Nothing here may claim more than the queues have shown. */
  outcomeHints: {
    'in-progress': {
      accepted: 'The gateway accepted. The queues are read again.',
      refused: 'The gateway said no. The queues are read again.',
      none: 'No answer came. The queues are read again.',
    },
    moved: {
      accepted: 'Seen waiting in {to}.',
      refused: 'The gateway said no, but the call was seen waiting in {to}.',
      none: 'No answer came, but the call was seen waiting in {to}.',
    },
    taken: {
      accepted:
        'The gateway accepted, and the call waits in neither queue any more: it was answered, or hung up.',
      refused: 'The call waits in neither queue any more.',
      none: 'The call waits in neither queue any more.',
    },
    gone: {
      accepted: 'The call waits in {from} no more.',
      refused: 'The gateway said no: the call waits in {from} no more. Nothing to do.',
      none: 'No answer came, and the call waits in {from} no more. Nothing to do.',
    },
    refused: {
      accepted: 'The gateway accepted, but as far as can be seen the call still waits in {from}. Try again.',
      refused: 'The gateway said no; as far as can be seen the call still waits in {from}.',
      none: 'No answer came; as far as can be seen the call still waits in {from}. Try again.',
    },
    unknown: {
      accepted: 'The gateway accepted. Whether the call arrived in {to} could not be seen.',
      refused: 'The gateway said no. Whether the call still waits in {from} could not be seen.',
      none: 'No answer came, and nothing shows where the call is. Look at the list before you try again.',
    },
  } satisfies Record<TransferOutcome, Record<TransferAnswer, string>>,
  asked: 'The gateway was asked.',
  acceptedWhileIdle:
    'The gateway accepted. Whether the call arrived in {to} cannot be seen while you are idle.',
  dialogTitle: 'Transfer waiting call',
  dialogText: 'Caller {caller} waits in {queue}.',
  target: 'Target skill queue',
  choose: 'Choose a queue',
  noTargetMatches: 'No queue matches',
  noTargets: 'There is no other queue of the same kind as {queue}.',
  left: 'This call has left the queue. There is nothing to move any more.',
  failed: 'The call was not transferred',
}
