import type { NewJournalEntry } from '../../shared/domain/journal.ts'
import { isResting, type SessionEvent, type SessionState } from './session-state.ts'

/** True when the journal has to know: another phase, or another gap before the last one was over. */
export function isTransition(state: SessionState, previous: SessionState): boolean {
  if (state.phase !== previous.phase) return true
  return state.phase === 'recovering' && previous.phase === 'recovering' && state.attempt !== previous.attempt
}

/** Why it came to this: the end of a session by its cause, everything else by its event. */
function causeOf(state: SessionState, previous: SessionState, event: SessionEvent): string {
  if (!isResting(state) || state.ended === null) return event.type
  // A failed sign-in leads back to an end that is older; what led there is the failure.
  const isOld = previous.phase === 'signing-in' && previous.before.ended === state.ended
  return isOld ? event.type : state.ended.cause
}

/** A transition as the journal keeps it. */
export function describeTransition(
  state: SessionState,
  previous: SessionState,
  event: SessionEvent,
): NewJournalEntry {
  const error = 'error' in event ? event.error : null
  return {
    kind: 'transition',
    name: state.phase,
    cause: causeOf(state, previous, event),
    details: {
      from: previous.phase,
      ...(error === null ? {} : { error: error.kind }),
      ...(error !== null && 'retcode' in error ? { retcode: error.retcode } : {}),
    },
  }
}
