import type { GatewayError } from '../gateway/gateway-error.ts'
import { reduceActive, stay } from './reduce-active.ts'
import {
  isActive,
  type RestingState,
  type SessionEvent,
  type SessionState,
  type SessionStep,
  type SigningInState,
  type SigningOutState,
} from './session-state.ts'

/**
 * A sign-in that failed changes nothing about why the agent is out. Except that "already signed in" on the way back tells
 * who ended the session: somebody holds it.
 */
function backFrom({ before, agentId }: SigningInState, error: GatewayError, at: number): RestingState {
  if (before.phase === 'signed-out') return { phase: 'signed-out', ended: null }
  const isHeld = error.kind === 'refused' && error.reason === 'already-signed-in'
  return isHeld && before.agentId === agentId
    ? { phase: 'taken-over', agentId, ended: { cause: 'held-elsewhere', at } }
    : before
}

function reduceSigningIn(state: SigningInState, event: SessionEvent): SessionStep {
  switch (event.type) {
    case 'sign-in-accepted':
      return stay(
        {
          phase: 'online',
          agentId: state.agentId,
          since: event.at,
          isAlwaysOffHook: event.isAlwaysOffHook,
          loginTime: event.answer.loginTime,
          passwordDaysLeft: event.answer.passwordDaysLeft,
          isPasswordChangeForced: event.answer.isPasswordChangeForced,
          attempt: 0,
        },
        { type: 'poll', after: 'sign-in', failures: 0 },
      )
    case 'sign-in-failed':
      return stay(backFrom(state, event.error, event.at), { type: 'close' })
    default:
      return stay(state)
  }
}

/**
 * While signing out the session goes on, so that a refused sign-out loses no event; whatever ends it meanwhile is our own
 * doing and keeps the cause the agent gave.
 */
function reduceSigningOut(state: SigningOutState, event: SessionEvent): SessionStep {
  const ended = { phase: 'signed-out', ended: { cause: state.cause, at: event.at } } as const
  if (event.type === 'sign-out-done') return stay(ended, { type: 'close' })
  if (event.type === 'sign-out-refused') return stay(state.from)
  if (event.type === 'sign-out-asked') return stay(state)
  const step = reduceActive(state.from, event)
  if (!isActive(step.state)) return { state: ended, effects: step.effects }
  if (step.state === state.from) return { state, effects: step.effects }
  return { state: { ...state, from: step.state }, effects: step.effects }
}

/**
 * The session machine: pure, total, and silent about events that do not fit the phase (late answers of a session that
 * has ended). The transition table is docs/session-states.md.
 */
export function reduceSession(state: SessionState, event: SessionEvent): SessionStep {
  switch (state.phase) {
    case 'signed-out':
    case 'taken-over':
    case 'ended':
      return event.type === 'sign-in-asked'
        ? stay({ phase: 'signing-in', agentId: event.agentId, since: event.at, before: state })
        : stay(state)
    case 'signing-in':
      return reduceSigningIn(state, event)
    case 'signing-out':
      return reduceSigningOut(state, event)
    case 'online':
    case 'doubtful':
    case 'recovering':
      return reduceActive(state, event)
  }
}
