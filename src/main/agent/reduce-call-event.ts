import type { CallPhase } from '../../shared/domain/call.ts'
import type { CallEvent, GatewayEvent } from '../gateway/gateway-event.ts'
import { describeCall, enterPhase, isAbout, newCall, type CallFacts } from './call-facts.ts'
import type { DeskState } from './desk-state.ts'

/** Events that say something about the present call, beside those that change the agent's state. */
const aboutCalls = [
  'ringing',
  'talking',
  'held',
  'linked-hold',
  'linked-retrieve',
  'call-released',
  'no-answer',
  'conference',
  'customer-alerting',
  'incoming-call',
  'phone-alerting',
  'phone-off-hook',
  'phone-released',
] as const satisfies readonly GatewayEvent['type'][]

type AboutTheCall = Extract<GatewayEvent, { readonly type: (typeof aboutCalls)[number] }>

export const isAboutCalls = (event: GatewayEvent): event is AboutTheCall =>
  aboutCalls.some((type) => type === event.type)

/** A call that begins where none is known, or where another one is. */
function callFor(state: DeskState, callId: string | null, phase: CallPhase, at: number): CallFacts {
  const { call } = state
  return call !== null && isAbout(call, callId) ? call : newCall(phase, at)
}

/** The call in `phase`, with what the event says about it. */
function inPhase(
  state: DeskState,
  event: Extract<CallEvent, { readonly type: 'ringing' | 'talking' }>,
  at: number,
): DeskState {
  const { callId, caller, type } = event
  const nothing = { called: null, feature: null, mediaType: null, skillId: null, transferredBy: null }
  const before = callFor(state, callId, type, at)
  const call = enterPhase(describeCall(before, callId, { ...nothing, ...event.about, caller }), type, at)
  if (event.type === 'talking') return { ...state, call }
  return { ...state, call: { ...call, awaitsAnswer: !event.isAutoAnswer, isPhoneRinging: false } }
}

/** The agent was chosen for a call: nothing more is known of it yet. */
export function expectCall(state: DeskState, at: number): DeskState {
  const { call } = state
  // A conversation whose end was lost is not the call that comes.
  const isExpected = call?.phase === 'arriving' || call?.phase === 'ringing'
  return { ...state, call: isExpected ? enterPhase(call, 'arriving', at) : newCall('arriving', at) }
}

function changeCall(state: DeskState, change: (call: CallFacts) => CallFacts): DeskState {
  return state.call === null ? state : { ...state, call: change(state.call) }
}

/** On hold, or back; not for another call than the present one. `mustBeKnown`: the event alone proves no call. */
function holdOrTalk(
  state: DeskState,
  phase: 'held' | 'talking',
  callId: string | null,
  at: number,
  mustBeKnown: boolean,
): DeskState {
  const { call } = state
  if (call === null) {
    return mustBeKnown ? state : { ...state, call: { ...newCall(phase, at), callId } }
  }
  return isAbout(call, callId)
    ? { ...state, call: enterPhase({ ...call, callId: call.callId ?? callId }, phase, at) }
    : state
}

/** What an event about a call or a phone changes in what is known of the present call. */
export function reduceCallEvent(state: DeskState, event: AboutTheCall, at: number): DeskState {
  const { call } = state
  switch (event.type) {
    case 'ringing':
    case 'talking':
      return inPhase(state, event, at)
    case 'held':
      return holdOrTalk(state, 'held', event.callId, at, false)
    // The same with the keys of the linked phone.
    case 'linked-hold':
      return holdOrTalk(state, 'held', event.callId, at, true)
    case 'linked-retrieve':
      return holdOrTalk(state, 'talking', event.callId, at, true)
    case 'call-released': {
      // The end of another call, such as a consultation, is not the end of this one.
      if (call !== null && !isAbout(call, event.callId)) return state
      // A caller who hangs up before the agent has the call leaves him as he was, whatever follows a call.
      const wasAnswered = call?.phase === 'talking' || call?.phase === 'held'
      return { ...state, call: null, releasedAt: state.releasedAt ?? (wasAnswered ? at : null) }
    }
    case 'no-answer':
      return call !== null && !isAbout(call, event.callId) ? state : { ...state, call: null }
    case 'conference':
      return changeCall(state, (present) => ({ ...present, kind: 'conference' }))
    case 'customer-alerting':
      return changeCall(state, (present) =>
        isAbout(present, event.callId)
          ? {
              ...present,
              callId: present.callId ?? event.callId,
              caller: present.caller ?? event.otherPhone ?? event.otherAgentId,
            }
          : present,
      )
    case 'incoming-call':
      // It may be about any call of the agent's queues: only its ID says that it is his.
      return changeCall(state, (present) =>
        present.callId === event.callId
          ? describeCall(present, event.callId, { ...event, feature: null, transferredBy: null })
          : present,
      )
    case 'phone-alerting':
      return changeCall(state, (present) =>
        present.phase === 'arriving' || present.phase === 'ringing'
          ? { ...enterPhase(present, 'ringing', at), isPhoneRinging: true }
          : present,
      )
    case 'phone-off-hook':
    case 'phone-released':
      return changeCall(state, (present) =>
        present.isPhoneRinging
          ? {
              ...present,
              isPhoneRinging: false,
              asked: present.asked?.action === 'pick-up' ? null : present.asked,
            }
          : present,
      )
  }
}
