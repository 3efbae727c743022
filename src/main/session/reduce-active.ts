import type { SessionEndCause } from '../../shared/domain/session.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import { endCauseOf, isConnectionFailure } from './end-cause.ts'
import type {
  ActiveState,
  DoubtfulState,
  OnlineState,
  RecoveringState,
  SessionEffect,
  SessionEvent,
  SessionState,
  SessionStep,
  SignedIn,
} from './session-state.ts'

type Of<T extends SessionEvent['type']> = Extract<SessionEvent, { readonly type: T }>

export const stay = (state: SessionState, ...effects: readonly SessionEffect[]): SessionStep => ({
  state,
  effects,
})

const signedInPart = (state: ActiveState): SignedIn => ({
  agentId: state.agentId,
  since: state.since,
  isAlwaysOffHook: state.isAlwaysOffHook,
  loginTime: state.loginTime,
  passwordDaysLeft: state.passwordDaysLeft,
  isPasswordChangeForced: state.isPasswordChangeForced,
  attempt: state.attempt,
})

function end(state: ActiveState, cause: SessionEndCause, at: number): SessionStep {
  const phase = cause === 'shut-down' ? 'taken-over' : 'ended'
  return stay({ phase, agentId: state.agentId, ended: { cause, at } }, { type: 'close' })
}

/**
 * A shutdown event names the sign-in that ended. One that is older than ours is the echo of an earlier session
 * (cec_07_0552); without a time it can only be about us.
 */
function isAboutThisSignIn(state: SignedIn, loginTime: string | null): boolean {
  if (loginTime === null || state.loginTime === null) return true
  const [ended, own] = [Number(loginTime), Number(state.loginTime)]
  // A time in words cannot be compared; then it is safer to believe the event.
  return Number.isNaN(ended) || Number.isNaN(own) || ended >= own
}

function isOurEnd(state: SignedIn, event: GatewayEvent | null): boolean {
  return event?.type === 'shutdown' && isAboutThisSignIn(state, event.loginTime)
}

/** The gateway is silent: from now on nothing that is shown is certain. */
function doubt(state: ActiveState, error: GatewayError, lastContactAt: number): SessionStep {
  const failures = (state.phase === 'online' ? 0 : state.failures) + 1
  const doubtful: DoubtfulState = {
    ...signedInPart(state),
    phase: 'doubtful',
    doubtSince: state.phase === 'online' ? lastContactAt : state.doubtSince,
    gapCause: state.phase === 'online' ? 'no-answer' : state.gapCause,
    failures,
    error,
  }
  return stay(doubtful, { type: 'poll', after: isConnectionFailure(error) ? 'failure' : 'trouble', failures })
}

function onPollFailed(state: ActiveState, event: Of<'poll-failed' | 'verify-failed'>): SessionStep {
  const cause = endCauseOf(event.error, event.at - event.lastContactAt)
  if (cause !== null) return end(state, cause, event.at)
  // While verifying there is no poll: what failed is one that was given up.
  const isGivenUp = event.type === 'poll-failed' && state.phase === 'recovering' && state.step === 'verifying'
  return isGivenUp ? stay(state) : doubt(state, event.error, event.lastContactAt)
}

/** Sleep and clock jumps: no connection of before is worth anything, and the session may be over. */
function verify(state: ActiveState, event: Of<'gap-found'>): SessionStep {
  const attempt = state.attempt + 1
  const recovering: RecoveringState = {
    ...signedInPart(state),
    phase: 'recovering',
    step: 'verifying',
    doubtSince: state.phase === 'online' ? event.from : Math.min(event.from, state.doubtSince),
    gapCause: event.cause,
    failures: state.phase === 'online' ? 0 : state.failures,
    attempt,
  }
  return stay(recovering, { type: 'verify', attempt })
}

function reduceOnline(state: OnlineState, event: SessionEvent): SessionStep {
  if (event.type !== 'poll-answered') return stay(state)
  return stay(state, { type: 'poll', after: event.event === null ? 'empty' : 'event', failures: 0 })
}

/**
 * The first answered poll proves that the session stands; what the gap hid is fetched and read. So does a question that is
 * answered while a poll is open: a poll without an event would take ten seconds to say so.
 */
function reduceDoubtful(state: DoubtfulState, event: SessionEvent): SessionStep {
  const isProved = event.type === 'verified' && event.attempt === state.attempt
  if (event.type !== 'poll-answered' && !isProved) return stay(state)
  const { error: _error, ...rest } = state
  const recovering: RecoveringState = {
    ...rest,
    phase: 'recovering',
    step: 'draining',
    attempt: state.attempt + 1,
  }
  if (event.type === 'poll-answered') return onDrainAnswer(recovering, event)
  return stay(recovering, { type: 'await-drain', attempt: recovering.attempt })
}

function onDrainAnswer(state: RecoveringState, event: Of<'poll-answered'>): SessionStep {
  const { attempt } = state
  if (event.event === null) {
    const reading: RecoveringState = { ...state, step: 'reading' }
    return stay(reading, { type: 'poll', after: 'empty', failures: 0 }, { type: 'catch-up', attempt })
  }
  return stay(state, { type: 'poll', after: 'event', failures: 0 }, { type: 'await-drain', attempt })
}

function reduceRecovering(state: RecoveringState, event: SessionEvent): SessionStep {
  const { attempt, step } = state
  switch (event.type) {
    case 'verified':
      if (event.attempt !== attempt || step !== 'verifying') return stay(state)
      return stay(
        { ...state, step: 'draining' },
        { type: 'poll', after: 'recovery', failures: 0 },
        { type: 'await-drain', attempt },
      )
    case 'verify-failed':
      return event.attempt === attempt && step === 'verifying' ? onPollFailed(state, event) : stay(state)
    case 'poll-answered':
      if (step === 'draining') return onDrainAnswer(state, event)
      // While verifying there is no poll: an answer can only be one that was given up.
      if (step === 'verifying') return stay(state)
      return stay(state, { type: 'poll', after: event.event === null ? 'empty' : 'event', failures: 0 })
    case 'drained':
      if (event.attempt !== attempt || step !== 'draining') return stay(state)
      return stay({ ...state, step: 'reading' }, { type: 'catch-up', attempt })
    case 'caught-up':
      if (event.attempt !== attempt || step !== 'reading') return stay(state)
      return stay({ ...signedInPart(state), phase: 'online' })
    case 'catch-up-failed':
      if (event.attempt !== attempt || step !== 'reading') return stay(state)
      return doubt(state, event.error, state.doubtSince)
    default:
      return stay(state)
  }
}

/** What happens to a session that stands, or may stand. */
export function reduceActive(state: ActiveState, event: SessionEvent): SessionStep {
  switch (event.type) {
    case 'sign-out-asked':
      return stay({ phase: 'signing-out', since: event.at, cause: event.cause, from: state })
    case 'gap-found':
      return verify(state, event)
    case 'poll-failed':
      return onPollFailed(state, event)
    case 'request-failed': {
      const cause = endCauseOf(event.error, event.at - event.lastContactAt)
      return cause === null ? stay(state) : end(state, cause, event.at)
    }
    case 'late-event':
      return isOurEnd(state, event.event) ? end(state, 'shut-down', event.at) : stay(state)
    case 'poll-answered':
      if (isOurEnd(state, event.event)) return end(state, 'shut-down', event.at)
      break
    default:
  }
  switch (state.phase) {
    case 'online':
      return reduceOnline(state, event)
    case 'doubtful':
      return reduceDoubtful(state, event)
    case 'recovering':
      return reduceRecovering(state, event)
  }
}
