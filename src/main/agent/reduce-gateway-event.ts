import type { AgentState } from '../../shared/domain/agent.ts'
import { phoneStatus } from '../../shared/domain/linked-phone.ts'
import type { SeenSource } from '../../shared/domain/truth-line.ts'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import type { DeskState, StateParticulars } from './desk-state.ts'
import { changeLine } from './line-changes.ts'
import { expectCall, isAboutCalls, reduceCallEvent } from './reduce-call-event.ts'

/** Busy reason 3: an inspector did it (cec_07_1346); his own event does not repeat it. */
const forcedReason = 3

/** States that come back by themselves after a call or that only a call can bring; no wish of the agent names them. */
const callStates: readonly AgentState[] = ['talking', 'rest-requested', 'unknown']

/**
 * The agent was seen in `value`. A wish for that state is fulfilled; a wish for another one is overtaken, unless the
 * gateway has only noted it because of a call (protocol 6.1).
 */
export function seeAgentState(
  state: DeskState,
  value: AgentState,
  by: SeenSource,
  at: number,
  told: number | null = null,
): DeskState {
  const { line, since } = state.agentState
  let next = changeLine(line, { type: 'seen', value, by, at })
  const { accepted, failure, wished } = next
  const isNews = line.seen?.value !== value
  if (accepted !== null) {
    const isFulfilled = accepted.value === value && at >= accepted.askedAt
    // A query that shows another state proves no change: the request stays open, and the screen says so.
    const isOvertaken =
      by === 'event' && at > accepted.at && !callStates.includes(value) && value !== 'wrap-up'
    if (isFulfilled || isOvertaken)
      next = { ...changeLine(next, { type: 'settled' }), isPending: next.isPending }
  } else if (failure !== null && isAnswered(failure, by, isNews, wished?.value === value)) {
    next = changeLine(next, { type: 'settled' })
  }
  return {
    ...state,
    agentState: { line: next, since: isNews ? at : since },
    particulars: particularsOf(state, value, by, at, told, isNews),
  }
}

/**
 * Why the agent is in the state that was seen, and until when. A state that was asked for and is read back as new has the
 * reason it was asked with. A query that shows the same state says nothing about a reason that was to change meanwhile.
 */
function particularsOf(
  { agentState: { line }, particulars }: DeskState,
  value: AgentState,
  by: SeenSource,
  at: number,
  told: number | null,
  isNews: boolean,
): StateParticulars {
  const { asked, reason, restUntil, isRestOver } = particulars
  const isAsked = (line.accepted !== null || line.isPending) && asked !== null && asked.state === value
  if (by !== 'event' && !isNews) {
    return isAsked && asked.reason !== reason ? { ...particulars, reason: null } : particulars
  }
  const isRest = value === 'rest'
  return {
    asked,
    reason: told === null ? (isAsked ? asked.reason : null) : told === 0 ? null : told,
    restUntil: isRest && isAsked ? at + asked.restSeconds * 1_000 : isRest && !isNews ? restUntil : null,
    isRestOver: isRest && !isNews && !isAsked && isRestOver,
  }
}

/**
 * A refusal was about a moment that has gone once an event brings another state. A request without an answer is cleared up
 * by whatever shows the state that was asked for.
 */
function isAnswered(
  failure: { readonly isOutcomeUnknown: boolean },
  by: SeenSource,
  isNews: boolean,
  isAsAsked: boolean,
): boolean {
  if (by === 'event') return isNews || isAsAsked
  return failure.isOutcomeUnknown && isAsAsked
}

/** The state after a call follows the release at once; with one event per poll it may arrive a few polls later. */
const consequenceMs = 5_000

/** The first state after a release proves the after-call setting that was in force at the release. */
function proveAfterCall(state: DeskState, becameIdle: boolean, at: number): DeskState {
  if (state.releasedAt === null) return state
  // So late it is no consequence of the release: what was one must have been lost.
  if (at - state.releasedAt > consequenceMs) return { ...state, releasedAt: null }
  return {
    ...state,
    releasedAt: null,
    afterCall: changeLine(state.afterCall, {
      type: 'seen',
      value: becameIdle,
      by: 'call-end',
      at: state.releasedAt,
    }),
  }
}

/**
 * Idle by itself, as after a call. The end of busy, wrap-up or rest on request, and an inspector's order, have events of
 * their own: they prove nothing about the setting, even if the event of the state before was lost.
 */
function followsCall(event: Extract<GatewayEvent, { readonly type: 'idle' }>): boolean {
  return event.name === 'AgentState_Ready' && !event.isForced
}

/** What an event of the poll changes on the desk. Pure; the caller shows notices. */
export function reduceGatewayEvent(state: DeskState, event: GatewayEvent, at: number): DeskState {
  if (event.type === 'ringing' || event.type === 'talking') {
    return reduceCallEvent(seeAgentState(state, 'talking', 'event', at), event, at)
  }
  if (isAboutCalls(event)) return reduceCallEvent(state, event, at)
  switch (event.type) {
    case 'idle': {
      const proved = followsCall(event) ? proveAfterCall(state, true, at) : { ...state, releasedAt: null }
      return { ...seeAgentState(proved, 'idle', 'event', at), call: null }
    }
    case 'wrap-up': {
      const proved = event.isRequested ? state : proveAfterCall(state, false, at)
      return { ...seeAgentState(proved, 'wrap-up', 'event', at), call: null }
    }
    case 'busy': {
      const reason = event.reason ?? (event.isForced ? forcedReason : null)
      return { ...seeAgentState(state, 'busy', 'event', at, reason), call: null, releasedAt: null }
    }
    case 'rest':
      return { ...seeAgentState(state, 'rest', 'event', at, event.reason), call: null, releasedAt: null }
    case 'rest-over':
      return { ...state, particulars: { ...state.particulars, isRestOver: true } }
    case 'occupied':
      return expectCall(seeAgentState(state, 'talking', 'event', at), at)
    case 'linkage-result':
      // Only switching on is answered by this event (protocol 11.2). It may come when the linkage was switched off again,
      // so it is dated by the request it belongs to.
      if (state.linkAskedAt === null) return state
      return {
        ...state,
        phone: { ...state.phone, answer: { result: event.result, at } },
        linkage: changeLine(state.linkage, {
          type: 'seen',
          value: event.result === 0,
          by: 'event',
          at: state.linkAskedAt,
        }),
      }
    case 'linked-phone': {
      const value = phoneStatus(event.status)
      const told = value === null ? state : { ...state, phone: { ...state.phone, status: { value, at } } }
      // A phone that went offline can be lifted and rejected from here no more, whatever was accepted. That it came back
      // does not say that it is linked again.
      if (value !== 'offline' || state.linkage.seen?.value !== true) return told
      return {
        ...told,
        linkage: changeLine(state.linkage, { type: 'seen', value: false, by: 'event', at }),
      }
    }
    case 'in-service':
    case 'shutdown':
    case 'reserved-for-campaign':
    case 'call-out-failed':
    case 'connect-failed':
    case 'consult-failed':
    case 'phone-busy':
    case 'phone-unknown':
    case 'linked-transfer':
    case 'linked-transfer-result':
    case 'linked-call-out':
    case 'note':
    case 'bulletin':
    case 'all-agents-busy':
    case 'monitored-agent':
    case 'conference-invitation':
    case 'other':
      return state
  }
}
