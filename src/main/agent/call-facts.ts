import type { CallKind, CallPhase, CallView } from '../../shared/domain/call.ts'
import type { CallAbout } from '../gateway/events/call-event.ts'

/** What is known of the present call; the snapshot adds what can be done with it. */
export type CallFacts = Omit<CallView, 'actions'>

/** Call types as the gateway numbers them (cec_07_0582); 99 by client code. */
const kinds: ReadonlyMap<number, CallKind> = new Map<number, CallKind>([
  [0, 'incoming'],
  [6, 'internal'],
  [7, 'outgoing'],
  [40, 'campaign'],
  [41, 'campaign'],
  [43, 'campaign'],
  [44, 'campaign'],
  [45, 'callback'],
  [51, 'consultation'],
  [52, 'consultation'],
  [53, 'conference'],
  [99, 'conference'],
])

export const kindOf = (feature: number | null): CallKind | null =>
  feature === null ? null : (kinds.get(feature) ?? null)

/** A call of which nothing is known but that it is there. */
export function newCall(phase: CallPhase, at: number): CallFacts {
  return {
    callId: null,
    phase,
    caller: null,
    since: at,
    beganAt: at,
    answeredAt: phase === 'talking' ? at : null,
    skillId: null,
    mediaType: null,
    kind: null,
    transferredBy: null,
    isMuted: false,
    isPhoneRinging: false,
    awaitsAnswer: false,
    asked: null,
  }
}

/** True when an event about `callId` speaks of this call; an event that names none does. */
export function isAbout(call: CallFacts, callId: string | null): boolean {
  return callId === null || call.callId === null || call.callId === callId
}

/** The same call with what an event or an answer says about it; what it leaves out does not make known things unknown. */
export function describeCall(call: CallFacts, callId: string | null, about: CallAbout): CallFacts {
  const kind = kindOf(about.feature)
  // In a call of the agent's own the other party is the one who was called.
  const party = kind === 'outgoing' ? (about.called ?? about.caller) : about.caller
  return {
    ...call,
    callId: callId ?? call.callId,
    // A number that is withheld later does not make a known one unknown.
    caller: party === null || party === '' ? (call.caller ?? party) : party,
    // A conference stays one, whatever the type of its calls.
    kind: call.kind === 'conference' ? call.kind : (kind ?? call.kind),
    skillId: about.skillId ?? call.skillId,
    mediaType: about.mediaType ?? call.mediaType,
    transferredBy: about.transferredBy ?? call.transferredBy,
  }
}

/** What cannot be proved when a call leaves or returns to the agent's ear: whether he was still muted. */
const muteAfterHold = (call: CallFacts): boolean | null => (call.isMuted === false ? false : null)

/** The call in another phase. Its request is answered when that is the phase it was to lead to. */
export function enterPhase(call: CallFacts, phase: CallPhase, at: number): CallFacts {
  const isSame = call.phase === phase
  const isConnected = phase === 'talking' || phase === 'held'
  return {
    ...call,
    phase,
    since: isSame ? call.since : at,
    answeredAt: isConnected ? (call.answeredAt ?? at) : null,
    isPhoneRinging: isConnected ? false : call.isPhoneRinging,
    awaitsAnswer: isConnected ? false : call.awaitsAnswer,
    isMuted: isSame || (phase === 'talking' && call.phase !== 'held') ? call.isMuted : muteAfterHold(call),
    asked: isSame ? call.asked : null,
  }
}
