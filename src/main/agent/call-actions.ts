import {
  callActions,
  type CallAction,
  type CallActions,
  type CallUnavailable,
} from '../../shared/domain/call-control.ts'
import { effectiveValue } from '../../shared/domain/truth-line.ts'
import { isActive, isResting, type SessionState } from '../session/session-state.ts'
import type { CallFacts } from './call-facts.ts'
import type { DeskState } from './desk-state.ts'

/** What decides beside the call itself. */
export interface CallCircumstances {
  readonly session: SessionState
  /** The phone is linked, as far as anybody knows. */
  readonly isLinked: boolean
}

const isOffered = ({ phase }: CallFacts): boolean => phase === 'arriving' || phase === 'ringing'

function notTalking({ phase }: CallFacts): CallUnavailable | null {
  if (phase === 'talking') return null
  return phase === 'held' ? 'on-hold' : 'not-answered'
}

/** Lifting and putting down from here: a linked phone that rings (cec_07_1254, cec_07_1255). */
function notAtThePhone(call: CallFacts, isLinked: boolean): CallUnavailable | null {
  if (!isOffered(call)) return 'already-answered'
  if (!isLinked) return 'not-linked'
  return call.isPhoneRinging ? null : 'not-ringing'
}

function ofCall(action: CallAction, call: CallFacts, isLinked: boolean): CallUnavailable | null {
  switch (action) {
    case 'answer':
      if (!isOffered(call)) return 'already-answered'
      if (call.awaitsAnswer) return null
      return call.isPhoneRinging ? 'lift-the-phone' : 'not-ringing'
    case 'pick-up':
      return notAtThePhone(call, isLinked)
    case 'reject':
      // Without a linked phone the call can be let go once the gateway waits for an answer to it.
      return call.awaitsAnswer ? null : notAtThePhone(call, isLinked)
    case 'hold':
      return call.kind === 'conference' && call.phase === 'talking' ? 'in-conference' : notTalking(call)
    case 'retrieve':
      return call.phase === 'held' ? null : isOffered(call) ? 'not-answered' : 'not-on-hold'
    case 'mute':
      return notTalking(call) ?? (call.isMuted === true ? 'muted' : null)
    case 'unmute':
      return notTalking(call) ?? (call.isMuted === false ? 'not-muted' : null)
    case 'release':
      return isOffered(call) ? 'not-answered' : null
  }
}

function ofSession(session: SessionState): CallUnavailable | null {
  if (isActive(session)) return session.phase === 'online' ? null : 'gateway-silent'
  return isResting(session) ? 'not-signed-in' : 'session-changing'
}

/** Why `action` cannot work on this call now; null when it can. */
export function callUnavailable(
  action: CallAction,
  call: CallFacts,
  { session, isLinked }: CallCircumstances,
): CallUnavailable | null {
  const refused = ofSession(session) ?? ofCall(action, call, isLinked)
  if (refused !== null) return refused
  const { asked } = call
  const isUnderWay = asked?.action === action && (asked.outcome === 'pending' || asked.outcome === 'accepted')
  return isUnderWay ? 'under-way' : null
}

export const circumstances = ({ session, linkage }: DeskState): CallCircumstances => ({
  session,
  isLinked: effectiveValue(linkage) === true,
})

/** Every action with the reason why it cannot work now. */
export function callActionsOf(call: CallFacts, around: CallCircumstances): CallActions {
  const entries = callActions.map((action) => [action, callUnavailable(action, call, around)] as const)
  return Object.fromEntries(entries) as CallActions
}

/** How a rejection reaches the gateway: at the linked phone while it rings, else as the end of the call. */
export const rejectsAtPhone = (call: CallFacts, isLinked: boolean): boolean => call.isPhoneRinging && isLinked
