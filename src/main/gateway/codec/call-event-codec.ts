import * as v from 'valibot'
import type { GatewayEvent } from '../gateway-event.ts'
import { reading, showing, type EventReaders, type ReadEvent } from './event-content.ts'
import { countOrNotSaid, identifier, orNotSaid, party, skillOrNone, text, wholeNumber } from './scalars.ts'

/** Call ids are spelled differently by event and release (protocol 13, rows 14 to 16). */
const callIdFields = {
  callid: orNotSaid(identifier),
  callId: orNotSaid(identifier),
  callID: orNotSaid(identifier),
}

/** What says something about a call beside its ID and number: none of it is worth losing the event for. */
const aside = <T>(schema: v.GenericSchema<unknown, T>) => v.fallback(v.nullish(schema, null), null)

const callSchema = v.pipe(
  v.looseObject({
    ...callIdFields,
    caller: party,
    called: aside(party),
    feature: aside(orNotSaid(wholeNumber)),
    mediaType: aside(orNotSaid(wholeNumber)),
    // The text of the page writes transFrom, its example transfrom (cec_07_0513).
    transfrom: aside(orNotSaid(identifier)),
    transFrom: aside(orNotSaid(identifier)),
  }),
  v.transform(({ callid, callId, callID, caller, transfrom, transFrom, called, feature, mediaType }) => {
    const transferredBy = transfrom ?? transFrom
    const about = {
      ...(called === null ? {} : { called }),
      ...(feature === null ? {} : { feature }),
      ...(mediaType === null ? {} : { mediaType }),
      ...(transferredBy === null ? {} : { transferredBy }),
    }
    const isTold = Object.keys(about).length > 0
    return { callId: callid ?? callId ?? callID, caller, ...(isTold ? { about } : {}) }
  }),
)

/** The call id of any event about a call. */
export const callIdSchema = v.pipe(
  v.looseObject(callIdFields),
  v.transform(({ callid, callId, callID }) => callid ?? callId ?? callID),
)

const aboutCall = (create: (callId: string | null) => GatewayEvent): ReadEvent =>
  reading(callIdSchema, create)

const ringing = (isAutoAnswer: boolean): ReadEvent =>
  reading(callSchema, (call) => ({ type: 'ringing', ...call, isAutoAnswer }))

const released = (by: 'agent' | 'customer'): ReadEvent =>
  aboutCall((callId) => ({ type: 'call-released', callId, by }))

const noAnswer = aboutCall((callId) => ({ type: 'no-answer', callId }))

/** No page shows what these carry: the call id is read if it is there, and the name counts in any case. */
const withGuessedCall =
  (create: (callId: string | null) => GatewayEvent): ReadEvent =>
  (content, name) => {
    const event = reading(callIdSchema, create)(content, name)
    return event.ok ? event : { ok: true, value: create(null) }
  }

const alertingSchema = v.looseObject({
  ...callIdFields,
  otherPhone: party,
  otherPhoneWorkno: orNotSaid(identifier),
})

/** `lastReleaseAgentId` of a call that no agent has had yet (cec_07_0520). */
const noAgent = '65535'

const incomingSchema = v.pipe(
  v.looseObject({
    ...callIdFields,
    skillId: skillOrNone,
    skillName: text,
    caller: party,
    called: party,
    mediaType: orNotSaid(wholeNumber),
    lastReleaseAgentId: orNotSaid(identifier),
    releaseAndReQueueCount: countOrNotSaid,
  }),
  v.transform((call) => ({ ...call, id: call.callId ?? call.callid ?? call.callID ?? '' })),
  v.check(({ id }) => id !== '', 'no call id'),
)

export const callEventReaders: EventReaders = {
  AgentEvent_Ringing: ringing(false),
  AgentEvent_Auto_Answer: ringing(true),
  AgentEvent_Talking: reading(callSchema, (call) => ({ type: 'talking', ...call })),
  AgentEvent_Hold: aboutCall((callId) => ({ type: 'held', callId })),
  AgentEvent_Call_Release: released('agent'),
  AgentEvent_Customer_Release: released('customer'),
  AgentEvent_No_Answer: noAnswer,
  AgentEvent_No_Answer_From_Cti: noAnswer,
  AgentEvent_Customer_Alerting: reading(alertingSchema, (call) => ({
    type: 'customer-alerting',
    callId: call.callid ?? call.callId ?? call.callID,
    otherPhone: call.otherPhone,
    otherAgentId: call.otherPhoneWorkno,
  })),
  AgentEvent_Conference: withGuessedCall((callId) => ({ type: 'conference', callId })),
  AgentEvent_Call_Out_Fail: aboutCall((callId) => ({ type: 'call-out-failed', callId, isInternal: false })),
  AgentEvent_Inside_Call_Fail: withGuessedCall((callId) => ({
    type: 'call-out-failed',
    callId,
    isInternal: true,
  })),
  AgentEvent_Connect_Fail: aboutCall((callId) => ({ type: 'connect-failed', callId })),
  AgentEvent_Consult_Fail: aboutCall((callId) => ({ type: 'consult-failed', callId })),
  AgentEvent_Incoming_CallInfo: showing(incomingSchema, (call) => ({
    type: 'incoming-call',
    callId: call.id,
    skillId: call.skillId,
    skillName: call.skillName,
    caller: call.caller,
    called: call.called,
    mediaType: call.mediaType,
    lastAgentId: call.lastReleaseAgentId === noAgent ? null : call.lastReleaseAgentId,
    requeuedTimes: call.releaseAndReQueueCount,
  })),
}
