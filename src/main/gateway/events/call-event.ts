/** A party of a call; empty = the number is withheld, null = the event does not say. */
type Party = string | null

/** What an event or an answer says about a call beside its ID; null = not said. */
export interface CallAbout {
  readonly caller: Party
  readonly called: Party
  /** Call type (cec_07_0582). */
  readonly feature: number | null
  readonly mediaType: number | null
  readonly skillId: number | null
  /** Who passed the call on; null = nobody, or not said. */
  readonly transferredBy: string | null
}

/** The particulars that only some releases and events tell; left out where nothing of it was said. */
type Particulars = Partial<Pick<CallAbout, 'called' | 'feature' | 'mediaType' | 'transferredBy'>>

/** Events about the agent's calls. `callId` is null where a release does not say it. */
export type CallEvent =
  | {
      readonly type: 'ringing'
      readonly callId: string | null
      readonly caller: Party
      readonly isAutoAnswer: boolean
      readonly about?: Particulars
    }
  | {
      readonly type: 'talking'
      readonly callId: string | null
      readonly caller: Party
      readonly about?: Particulars
    }
  | { readonly type: 'held'; readonly callId: string | null }
  | { readonly type: 'call-released'; readonly callId: string | null; readonly by: 'agent' | 'customer' }
  | { readonly type: 'no-answer'; readonly callId: string | null }
  /** AgentEvent_Customer_Alerting: the other party's phone rings. `otherAgentId` only if that is an agent. */
  | {
      readonly type: 'customer-alerting'
      readonly callId: string | null
      readonly otherPhone: Party
      readonly otherAgentId: string | null
    }
  /** AgentEvent_Conference: all three parties talk. */
  | { readonly type: 'conference'; readonly callId: string | null }
  /** AgentEvent_Call_Out_Fail, and AgentEvent_Inside_Call_Fail for a call to a colleague. */
  | { readonly type: 'call-out-failed'; readonly callId: string | null; readonly isInternal: boolean }
  /** AgentEvent_Connect_Fail: the agent's side could not be connected. */
  | { readonly type: 'connect-failed'; readonly callId: string | null }
  /** AgentEvent_Consult_Fail: the colleague who was asked for help could not be reached. */
  | { readonly type: 'consult-failed'; readonly callId: string | null }
  /** AgentEvent_Incoming_CallInfo: a call came into a queue of the agent, or to him (cec_07_0520). */
  | {
      readonly type: 'incoming-call'
      readonly callId: string
      readonly skillId: number | null
      readonly skillName: string
      readonly caller: Party
      readonly called: Party
      readonly mediaType: number | null
      /** The agent who had this call last; null = none. */
      readonly lastAgentId: string | null
      /** How often the call was given back to a queue; null = not said. */
      readonly requeuedTimes: number | null
    }
