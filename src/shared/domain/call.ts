import type { AppError } from '../app-error.ts'
import type { CallAction, CallActions } from './call-control.ts'

/** `arriving`: the agent was chosen for it; `ringing`: he, or his phone, is asked to take it. */
export type CallPhase = 'arriving' | 'ringing' | 'talking' | 'held'

/** What sort of call it is, in the words of an agent (call types of cec_07_0582). */
export type CallKind =
  'incoming' | 'outgoing' | 'internal' | 'consultation' | 'conference' | 'callback' | 'campaign'

/** What was asked of the call last, until an event shows its effect. */
export interface CallRequest {
  readonly action: CallAction
  readonly at: number
  /** `pending`: no answer yet. `accepted`: answered "0", no effect seen. `unknown`: sent, no answer. */
  readonly outcome: 'pending' | 'accepted' | 'refused' | 'unknown'
  readonly error: AppError | null
}

/** The present call as far as events, and one question to the gateway, tell it. */
export interface CallView {
  readonly callId: string | null
  readonly phase: CallPhase
  /** The other party; empty when the number is withheld, null when none was told. */
  readonly caller: string | null
  /** Since when it is in this phase. */
  readonly since: number
  /** Since when the agent has it. With the ID it tells one call from the next. */
  readonly beganAt: number
  /** Since when the two have been connected, on hold or not; null before that, or when nobody saw it. */
  readonly answeredAt: number | null
  /** The queue it came through; null for none, or not told. */
  readonly skillId: number | null
  /** 5 is ordinary voice; the whole list is in cec_07_0409. */
  readonly mediaType: number | null
  /** Null = not told. */
  readonly kind: CallKind | null
  /** Whoever passed it on to the agent: a work number or a phone; null = nobody, or not told. */
  readonly transferredBy: string | null
  /** No event tells of muting: false or true as far as answers say, null when nobody knows. */
  readonly isMuted: boolean | null
  /** The agent's phone rings, so that a linked one can be lifted or put down from here. */
  readonly isPhoneRinging: boolean
  /** The gateway waits for `answer`. */
  readonly awaitsAnswer: boolean
  readonly asked: CallRequest | null
  readonly actions: CallActions
}
