import type { AgentState } from '../../shared/domain/agent.ts'
import type { CallView } from '../../shared/domain/desk-snapshot.ts'
import type { SeenSource } from '../../shared/domain/truth-line.ts'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import type { DeskState } from './desk-state.ts'
import { changeLine } from './line-changes.ts'

/** AgentEvent_linkagePhoneStatus: the linked phone is not reachable (cec_07_0572). */
const phoneOffline = 4

/** States that come back by themselves after a call or that only a call can bring; no wish of the agent names them. */
const callStates: readonly AgentState[] = ['talking', 'rest-requested', 'unknown']

/**
 * The agent was seen in `value`. A wish for that state is fulfilled; a wish for another one is overtaken, unless the
 * gateway has only noted it because of a call (protocol 6.1).
 */
export function seeAgentState(state: DeskState, value: AgentState, by: SeenSource, at: number): DeskState {
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
  return { ...state, agentState: { line: next, since: isNews ? at : since } }
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

function withCall(
  state: DeskState,
  change: Partial<CallView> & Pick<CallView, 'phase'>,
  at: number,
): DeskState {
  const before: CallView = state.call ?? { callId: null, phase: change.phase, caller: null, since: at }
  const since = before.phase === change.phase ? before.since : at
  return { ...state, call: { ...before, ...change, since } }
}

/** What an event of the poll changes on the desk. Pure; the caller shows notices. */
export function reduceGatewayEvent(state: DeskState, event: GatewayEvent, at: number): DeskState {
  switch (event.type) {
    case 'idle': {
      const proved = followsCall(event) ? proveAfterCall(state, true, at) : { ...state, releasedAt: null }
      return { ...seeAgentState(proved, 'idle', 'event', at), call: null }
    }
    case 'wrap-up': {
      const proved = event.isRequested ? state : proveAfterCall(state, false, at)
      return { ...seeAgentState(proved, 'wrap-up', 'event', at), call: null }
    }
    case 'busy':
      return { ...seeAgentState(state, 'busy', 'event', at), call: null, releasedAt: null }
    case 'rest':
      return { ...seeAgentState(state, 'rest', 'event', at), call: null, releasedAt: null }
    case 'occupied':
      return withCall(seeAgentState(state, 'talking', 'event', at), { phase: 'arriving' }, at)
    case 'ringing':
    case 'talking': {
      const seen = seeAgentState(state, 'talking', 'event', at)
      const callId = event.callId ?? state.call?.callId ?? null
      // A number that is withheld later does not make a known one unknown.
      const known = state.call?.caller ?? event.caller
      const caller = event.caller === null || event.caller === '' ? known : event.caller
      return withCall(seen, { phase: event.type, callId, caller }, at)
    }
    case 'held':
      return withCall(state, { phase: 'held' }, at)
    // The same with the keys of the linked phone.
    case 'linked-hold':
      return state.call === null ? state : withCall(state, { phase: 'held' }, at)
    case 'linked-retrieve':
      return state.call === null ? state : withCall(state, { phase: 'talking' }, at)
    case 'call-released': {
      // A caller who hangs up before the agent has the call leaves him as he was, whatever follows a call.
      const wasAnswered = state.call?.phase === 'talking' || state.call?.phase === 'held'
      return { ...state, call: null, releasedAt: state.releasedAt ?? (wasAnswered ? at : null) }
    }
    case 'phone-alerting':
      return state.call?.phase === 'arriving' ? withCall(state, { phase: 'ringing' }, at) : state
    case 'no-answer':
      return { ...state, call: null }
    case 'linkage-result':
      // Only switching on is answered by this event (protocol 11.2). It may come when the linkage was switched off again,
      // so it is dated by the request it belongs to.
      if (state.linkAskedAt === null) return state
      return {
        ...state,
        linkage: changeLine(state.linkage, {
          type: 'seen',
          value: event.result === 0,
          by: 'event',
          at: state.linkAskedAt,
        }),
      }
    case 'linked-phone':
      // A phone that went offline can be lifted and rejected from here no more, whatever was accepted. That it came back
      // does not say that it is linked again.
      if (event.status !== phoneOffline || state.linkage.seen?.value !== true) return state
      return {
        ...state,
        linkage: changeLine(state.linkage, { type: 'seen', value: false, by: 'event', at }),
      }
    case 'in-service':
    case 'shutdown':
    case 'rest-over':
    case 'reserved-for-campaign':
    case 'customer-alerting':
    case 'conference':
    case 'call-out-failed':
    case 'connect-failed':
    case 'consult-failed':
    case 'incoming-call':
    case 'phone-off-hook':
    case 'phone-released':
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
