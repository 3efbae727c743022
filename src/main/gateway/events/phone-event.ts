/** An address as the linked phone reports it; type 6 is a phone number (cec_07_0575). */
export interface PhoneAddress {
  readonly address: string
  readonly addressType: number | null
}

/** Events about the agent's phone, and about one that is linked (eSpace 7910). */
export type PhoneEvent =
  /** The phone rings; only agents who are not always off-hook hear it (cec_07_1398). */
  | { readonly type: 'phone-alerting' }
  | { readonly type: 'phone-off-hook'; readonly part: 'main' | 'assistant' | 'unknown' }
  /** On-hook again, and who hung up (cec_07_0546). */
  | { readonly type: 'phone-released'; readonly by: 'agent' | 'platform' | 'unknown' }
  | { readonly type: 'phone-busy' }
  | { readonly type: 'phone-unknown' }
  /** AgentEvent_linkageCapability: 0 = linked, anything else = failed. */
  | { readonly type: 'linkage-result'; readonly result: number }
  /** 0 off-hook, 1 on-hook, 2 talking, 3 online, 4 offline, 5 ringing (cec_07_0572). */
  | { readonly type: 'linked-phone'; readonly status: number }
  /** The agent passes the call on with the phone's keys; the result follows. Null = not said. */
  | {
      readonly type: 'linked-transfer'
      readonly target: PhoneAddress | null
      readonly own: PhoneAddress | null
    }
  /** 0 = the transfer worked, anything else = it did not. */
  | { readonly type: 'linked-transfer-result'; readonly result: number; readonly callId: string | null }
  | { readonly type: 'linked-hold'; readonly callId: string | null }
  | { readonly type: 'linked-retrieve'; readonly callId: string | null }
  /** The agent dials on the phone itself. `callId` is not the one of the call that follows (cec_07_0579). */
  | {
      readonly type: 'linked-call-out'
      readonly callId: string | null
      readonly called: PhoneAddress | null
      readonly caller: PhoneAddress | null
      readonly skillId: number | null
    }
