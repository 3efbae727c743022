import { otherNumber, type Call } from './call.ts'

/** One event as the poll hands it out (protocol 4.2). `content` depends on the type. */
export interface AgentEvent {
  readonly eventType: string
  readonly workNo: string
  readonly content: unknown
}

/** What a call event says about its call (cec_07_0512, cec_07_1355). */
export type CallFacts = Pick<
  Call,
  'callid' | 'caller' | 'called' | 'mediaType' | 'feature' | 'transferredBy' | 'isOutward'
>

/** An event without the agent it goes to. */
export type EventBody = Pick<AgentEvent, 'eventType' | 'content'>

const plain = (eventType: string): EventBody => ({ eventType, content: null })

/** The numbers of `AgentEvent_linkagePhoneStatus` (cec_07_0572). */
export const LINKED_PHONE = {
  offhook: 0,
  onhook: 1,
  talking: 2,
  online: 3,
  offline: 4,
  ringing: 5,
} as const

/** `AgentOther_PhoneRelease`: who hung the phone up (cec_07_0546). */
export const PHONE_RELEASED_BY = { agent: 2, platform: 3 } as const

/** Address type 6: a phone number (cec_07_0575). */
const phoneAddress = (address: string): unknown => ({ address, addressType: 6 })

const ringing = (call: CallFacts, mediaType: string | number): unknown => ({
  caller: call.caller,
  transfer: call.transferredBy === '' ? 'no' : 'yes',
  callid: call.callid,
  transfrom: call.transferredBy,
  called: call.called,
  type: 'main',
  mediaAbility: '1',
  feature: String(call.feature),
  mediaType,
})

/** Every event the simulator sends, in the documented shape (protocol 4.5). */
export const event = {
  inService: plain('AgentOther_InService'),
  ready: plain('AgentState_Ready'),
  busyWithCall: plain('AgentState_Busy'),
  work: plain('AgentState_Work'),
  setWork: plain('AgentState_SetWork_Success'),
  cancelWork: plain('AgentState_CancelWork_Success'),
  cancelBusy: plain('AgentState_CancelNotReady_Success'),
  cancelRest: plain('AgentState_CancelRest_Success'),
  restTimeout: plain('AgentState_Rest_Timeout'),
  forceReady: plain('AgentState_Force_Ready'),
  forceBusy: plain('AgentState_Force_SetNotReady'),
  phoneUnknown: plain('AgentOther_PhoneUnknow'),
  phoneAlerting: plain('AgentOther_PhoneAlerting'),
  phoneOffhook: { eventType: 'AgentOther_PhoneOffhook', content: { type: 'main' } },
  setBusy: (reason: number): EventBody => ({
    eventType: 'AgentState_SetNotReady_Success',
    content: { reason: String(reason) },
  }),
  setRest: (reason: number): EventBody => ({
    eventType: 'AgentState_SetRest_Success',
    content: { reason: String(reason) },
  }),
  shutdown: (loginTimeMs: number): EventBody => ({
    eventType: 'AgentOther_ShutdownService',
    content: { loginTime: String(loginTimeMs) },
  }),
  phoneRelease: (phoneState: number): EventBody => ({
    eventType: 'AgentOther_PhoneRelease',
    content: { phoneState },
  }),
  linkageCapability: (result: number): EventBody => ({
    eventType: 'AgentEvent_linkageCapability',
    content: { result },
  }),
  linkedPhone: (result: number): EventBody => ({
    eventType: 'AgentEvent_linkagePhoneStatus',
    content: { result },
  }),
  linkedHold: (callId: string): EventBody => ({
    eventType: 'AgentEvent_linkagePhoneHold',
    content: { callId },
  }),
  linkedUnhold: (callId: string): EventBody => ({
    eventType: 'AgentEvent_linkagePhoneUnHold',
    content: { callId },
  }),
  linkedTransferOut: (to: string, self: string): EventBody => ({
    eventType: 'AgentEvent_linkagePhoneTransferOut',
    content: { addrOut: phoneAddress(to), addrSelf: phoneAddress(self) },
  }),
  linkedTransferOutResult: (callId: string, result: number): EventBody => ({
    eventType: 'AgentEvent_linkagePhoneTransferOut_Result',
    content: { result, callId },
  }),
  linkedCallOut: (dialled: { called: string; caller: string; callid: string }): EventBody => ({
    eventType: 'AgentEvent_linkagePhoneCallOut',
    content: {
      addrCalled: phoneAddress(dialled.called),
      addrCaller: phoneAddress(dialled.caller),
      skillId: 0,
      callId: dialled.callid,
    },
  }),
  inspected: (agent: { id: string; name: string }, subtype: string): EventBody => ({
    eventType: 'QC_AgentState_Notify',
    content: { agentid: agent.id, agentname: agent.name, subtype },
  }),
  // Ringing carries mediaType as a string and Auto_Answer as a number: so the official examples.
  ringing: (call: CallFacts): EventBody => ({
    eventType: 'AgentEvent_Ringing',
    content: ringing(call, String(call.mediaType)),
  }),
  autoAnswer: (call: CallFacts): EventBody => ({
    eventType: 'AgentEvent_Auto_Answer',
    content: ringing(call, call.mediaType),
  }),
  /** `workNo`: agent ID of the other party, when it is a colleague. */
  customerAlerting: (call: CallFacts, workNo = ''): EventBody => ({
    eventType: 'AgentEvent_Customer_Alerting',
    content: { callid: call.callid, otherPhone: otherNumber(call), otherPhoneWorkno: workNo, type: 'main' },
  }),
  talking: (call: CallFacts): EventBody => ({
    eventType: 'AgentEvent_Talking',
    content: {
      caller: call.caller,
      callid: call.callid,
      called: call.called,
      feature: String(call.feature),
      type: 'main',
      mediaAbility: '1',
    },
  }),
  hold: (callid: string): EventBody => ({ eventType: 'AgentEvent_Hold', content: callid }),
  conference: (callid: string): EventBody => ({ eventType: 'AgentEvent_Conference', content: callid }),
  callOutFail: (callid: string): EventBody => ({ eventType: 'AgentEvent_Call_Out_Fail', content: callid }),
  connectFail: (callid: string): EventBody => ({ eventType: 'AgentEvent_Connect_Fail', content: callid }),
  consultFail: (callid: string): EventBody => ({ eventType: 'AgentEvent_Consult_Fail', content: callid }),
  insideCallFail: (callid: string): EventBody => ({
    eventType: 'AgentEvent_Inside_Call_Fail',
    content: callid,
  }),
  // The documents name the next four and show no content: a callid and, where it is a result, 0 for success.
  transferResult: (callid: string, result: number): EventBody => ({
    eventType: 'AgentEvent_SuccTransResult',
    content: { callid, result },
  }),
  transferOutResult: (callid: string, result: number): EventBody => ({
    eventType: 'AgentEvent_TransOutResult',
    content: { callid, result },
  }),
  stopRecordDone: (callid: string): EventBody => ({
    eventType: 'AgentMediaEvent_StopRecordDone',
    content: callid,
  }),
  returnFromIvr: (callid: string): EventBody => ({ eventType: 'AgentEvent_ReturnFromIvr', content: callid }),
  noAnswer: (callid: string): EventBody => ({ eventType: 'AgentEvent_No_Answer', content: callid }),
  callRelease: (callid: string): EventBody => ({ eventType: 'AgentEvent_Call_Release', content: callid }),
  customerRelease: (callid: string, number: string): EventBody => ({
    eventType: 'AgentEvent_Customer_Release',
    content: { callid, number },
  }),
} as const
