import type { SessionEndCause } from '../../shared/domain/session.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'
import type { OnlineState, SessionEvent, SessionState, SessionStep } from './session-state.ts'

const stay = (state: SessionState): SessionStep => ({ state, effects: [] })

function end(cause: SessionEndCause, at: number): SessionStep {
  return { state: { phase: 'signed-out', ended: { cause, at } }, effects: [{ type: 'close' }] }
}

/** Errors that say the session is over, whichever request they answered. */
export function endCauseOf(error: GatewayError): SessionEndCause | null {
  if (error.kind === 'session-gone') return error.retcode === '000-003' ? 'guid-refused' : 'not-signed-in'
  if (error.kind === 'sign-in-again') return 'switch-over-failed'
  return null
}

/**
 * A shutdown event names the sign-in that ended. One that is older than ours is the echo of an earlier session
 * (cec_07_0552); without a time it can only be about us.
 */
function isAboutThisSignIn(state: OnlineState, loginTime: string | null): boolean {
  if (loginTime === null || state.loginTime === null) return true
  const [ended, own] = [Number(loginTime), Number(state.loginTime)]
  // A time in words cannot be compared; then it is safer to believe the event.
  return Number.isNaN(ended) || Number.isNaN(own) || ended >= own
}

function onPollAnswered(
  state: OnlineState,
  event: Extract<SessionEvent, { type: 'poll-answered' }>,
): SessionStep {
  if (event.event?.type === 'shutdown' && isAboutThisSignIn(state, event.event.loginTime)) {
    return end('signed-out-by-platform', event.at)
  }
  const healthy = state.interruption === null ? state : { ...state, interruption: null, pollFailures: 0 }
  return {
    state: healthy,
    effects: [{ type: 'poll', after: event.event === null ? 'empty' : 'event', failures: 0 }],
  }
}

function onPollFailed(
  state: OnlineState,
  event: Extract<SessionEvent, { type: 'poll-failed' }>,
): SessionStep {
  const cause = endCauseOf(event.error)
  if (cause !== null) return end(cause, event.at)
  const failures = state.pollFailures + 1
  return {
    state: {
      ...state,
      pollFailures: failures,
      interruption: { since: state.interruption?.since ?? event.at, error: event.error },
    },
    effects: [{ type: 'poll', after: 'failure', failures }],
  }
}

function reduceOnline(state: OnlineState, event: SessionEvent): SessionStep {
  switch (event.type) {
    case 'poll-answered':
      return onPollAnswered(state, event)
    case 'poll-failed':
      return onPollFailed(state, event)
    case 'request-failed': {
      const cause = endCauseOf(event.error)
      return cause === null ? stay(state) : end(cause, event.at)
    }
    case 'sign-out-asked':
      return stay({ phase: 'signing-out', since: event.at, cause: event.cause, from: state })
    default:
      return stay(state)
  }
}

/**
 * While signing out the poll goes on, so that a refused sign-out loses no event; whatever ends the session meanwhile is
 * our own doing and keeps the cause the agent gave.
 */
function reduceSigningOut(
  state: Extract<SessionState, { phase: 'signing-out' }>,
  event: SessionEvent,
): SessionStep {
  switch (event.type) {
    case 'sign-out-done':
      return end(state.cause, event.at)
    case 'sign-out-refused':
      return stay(state.from)
    case 'poll-answered':
    case 'poll-failed':
    case 'request-failed': {
      const step = reduceOnline(state.from, event)
      if (step.state.phase === 'signed-out') return end(state.cause, event.at)
      return {
        state: { ...state, from: step.state.phase === 'online' ? step.state : state.from },
        effects: step.effects,
      }
    }
    default:
      return stay(state)
  }
}

/**
 * The session machine: pure, total, and silent about events that do not fit the phase (late answers of a session that
 * has ended). The transition table is docs/session-states.md.
 */
export function reduceSession(state: SessionState, event: SessionEvent): SessionStep {
  switch (state.phase) {
    case 'signed-out':
      return event.type === 'sign-in-asked'
        ? stay({ phase: 'signing-in', agentId: event.agentId, since: event.at })
        : stay(state)
    case 'signing-in':
      if (event.type === 'sign-in-accepted') {
        return {
          state: {
            phase: 'online',
            agentId: state.agentId,
            since: event.at,
            isAlwaysOffHook: event.isAlwaysOffHook,
            loginTime: event.answer.loginTime,
            passwordDaysLeft: event.answer.passwordDaysLeft,
            isPasswordChangeForced: event.answer.isPasswordChangeForced,
            pollFailures: 0,
            interruption: null,
          },
          effects: [{ type: 'poll', after: 'sign-in', failures: 0 }],
        }
      }
      return event.type === 'sign-in-failed'
        ? { state: { phase: 'signed-out', ended: null }, effects: [{ type: 'close' }] }
        : stay(state)
    case 'online':
      return reduceOnline(state, event)
    case 'signing-out':
      return reduceSigningOut(state, event)
  }
}
