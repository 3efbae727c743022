/**
 * Events of the poll in our words (event table of the gateway). Only what the desk acts on has a member of its own;
 * everything else is `other`, kept by name so that it can be logged. Content was parsed by schema at the edge.
 */
export type GatewayEvent =
  | { readonly type: 'in-service' }
  /** AgentOther_ShutdownService. `loginTime` names the sign-in that ended; null = not said. */
  | { readonly type: 'shutdown'; readonly loginTime: string | null }
  /** AgentState_Ready, also after CancelNotReady, CancelWork, CancelRest and Force_Ready. */
  | { readonly type: 'idle'; readonly isForced: boolean; readonly name: string }
  | { readonly type: 'busy'; readonly reason: number | null; readonly isForced: boolean }
  | { readonly type: 'wrap-up'; readonly isRequested: boolean }
  | { readonly type: 'rest'; readonly reason: number | null }
  | { readonly type: 'rest-over' }
  /** AgentState_Busy: the agent is taken for a call; not the manual busy state. */
  | { readonly type: 'occupied' }
  | {
      readonly type: 'ringing'
      readonly callId: string | null
      readonly caller: string | null
      readonly isAutoAnswer: boolean
    }
  | { readonly type: 'talking'; readonly callId: string | null; readonly caller: string | null }
  | { readonly type: 'held'; readonly callId: string | null }
  | { readonly type: 'call-released'; readonly callId: string | null; readonly by: 'agent' | 'customer' }
  | { readonly type: 'no-answer'; readonly callId: string | null }
  /** AgentEvent_linkageCapability: 0 = linked, anything else = failed. */
  | { readonly type: 'linkage-result'; readonly result: number }
  | { readonly type: 'linked-phone'; readonly status: number }
  | { readonly type: 'other'; readonly name: string }
