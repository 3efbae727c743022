import { unknownPhone } from '../../shared/domain/linked-phone.ts'
import { neverRead, noParticulars, type DeskState } from './desk-state.ts'
import { changeLine } from './line-changes.ts'

/**
 * The state at a change of session: nothing that was accepted, seen or read under another session is true of this one.
 * Wishes of the lasting switches stay; the wish for a state of the agent was about a moment that has gone.
 */
export function forgetSession(state: DeskState): DeskState {
  const forgotten = { type: 'session-began' } as const
  return {
    ...state,
    agentState: { line: { ...changeLine(state.agentState.line, forgotten), wished: null }, since: null },
    particulars: noParticulars,
    restReasons: [],
    call: null,
    releasedAt: null,
    afterCall: changeLine(state.afterCall, forgotten),
    linkage: changeLine(state.linkage, forgotten),
    linkAskedAt: null,
    phone: unknownPhone,
    skills: {
      choices: changeLine(state.skills.choices, forgotten),
      seen: null,
      configured: [],
      configuredRead: neverRead,
    },
    queues: [],
    kept: [],
    trustedFrom: 0,
    waiting: { read: neverRead, calls: [], queued: null, receipts: state.waiting.receipts },
  }
}
