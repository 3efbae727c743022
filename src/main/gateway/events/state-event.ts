/** Events about the sign-in and the agent's state. */
export type StateEvent =
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
  /** AgentEvent_Agent_Occupyed: kept free for a call of a campaign (cec_07_1376). */
  | { readonly type: 'reserved-for-campaign' }
