import type { AbsenceChange, UnreadPart } from '../../domain/absence.ts'
import type { GapCause } from '../../domain/session.ts'

/** What changed while the gateway was out of sight, in plain words. */
export const absence = {
  name: 'While you were away',
  /** A range of clock times and how long it lasted. */
  when: '{from}–{until} ({length})',
  causes: {
    sleep: 'the computer slept',
    'clock-jump': 'Deskside did not run, or the clock was set',
    'no-answer': 'the gateway did not answer',
  } satisfies Record<GapCause, string>,
  line: '{when}, {cause}.',
  sessionEnded: 'Your session ended meanwhile.',
  nothing: 'Nothing changed.',
  nothingSeen: 'Nothing that could be checked has changed.',
  unread: 'Could not be checked: {parts}.',
  parts: {
    state: 'your state',
    queues: 'your queues',
    call: 'your call',
  } satisfies Record<UnreadPart, string>,
  show: 'Show',
  hide: 'Hide',
  dismiss: 'Got it',
  changes: {
    'agent-state': 'Your state changed from {before} to {after}.',
    'queues-lost': 'You no longer serve {queues}.',
    'queues-gained': 'You now serve {queues}.',
    'call-missed': 'You missed a call from {caller}.',
    'call-ended': 'Your call with {caller} ended.',
    'call-began': 'A call with {caller} began.',
    transfer: 'Call {callId} to {to}: {outcome}',
    'linkage-lost': 'Your desk phone is no longer linked.',
    'linkage-gained': 'Your desk phone is linked.',
    'wish-sent': '{wish}: your kept request was sent.',
    'wish-dropped': '{wish}: your kept request was not possible any more and was not sent.',
  } satisfies Record<AbsenceChange['kind'], string>,
  wishEnded: '{wish}: your kept request was dropped, because the session ended.',
  stateForced: 'A supervisor changed your state from {before} to {after}.',
  unknownCaller: 'an unknown number',
  withheldCaller: 'a withheld number',
}
