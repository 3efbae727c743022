import * as v from 'valibot'
import type { PhoneAddress } from '../events/phone-event.ts'
import { callIdSchema } from './call-event-codec.ts'
import { always, reading, type EventReaders } from './event-content.ts'
import { identifier, orNotSaid, skillOrNone, wholeNumber } from './scalars.ts'

const resultSchema = v.looseObject({ result: wholeNumber })

/** That the phone was lifted counts; by which part is an extra that no release has to name. */
const offHookSchema = v.looseObject({
  type: v.fallback(v.picklist(['main', 'assistant', 'unknown']), 'unknown'),
})

/** Who hung up, by `phoneState` (cec_07_0546). */
const releasedBy: ReadonlyMap<number | null, 'agent' | 'platform'> = new Map([
  [2, 'agent'],
  [3, 'platform'],
])
const onHookSchema = v.looseObject({ phoneState: v.fallback(orNotSaid(wholeNumber), null) })

const addressSchema = orNotSaid(
  v.pipe(
    v.looseObject({ address: orNotSaid(identifier), addressType: orNotSaid(wholeNumber) }),
    v.transform(({ address, addressType }): PhoneAddress | null =>
      address === null ? null : { address, addressType },
    ),
  ),
)

const transferSchema = v.looseObject({ addrOut: addressSchema, addrSelf: addressSchema })
const transferResultSchema = v.intersect([
  resultSchema,
  v.pipe(
    callIdSchema,
    v.transform((id) => ({ id })),
  ),
])
const callOutSchema = v.looseObject({
  callId: orNotSaid(identifier),
  addrCalled: addressSchema,
  addrCaller: addressSchema,
  skillId: skillOrNone,
})

/** Phone events (protocol 4.5), and those of a linked eSpace 7910 (protocol 11.2). */
export const phoneEventReaders: EventReaders = {
  AgentOther_PhoneAlerting: always({ type: 'phone-alerting' }),
  AgentOther_PhoneOffhook: reading(offHookSchema, ({ type }) => ({ type: 'phone-off-hook', part: type })),
  AgentOther_PhoneRelease: reading(onHookSchema, ({ phoneState }) => ({
    type: 'phone-released',
    by: releasedBy.get(phoneState) ?? 'unknown',
  })),
  AgentOther_PhoneBusy: always({ type: 'phone-busy' }),
  AgentOther_PhoneUnknow: always({ type: 'phone-unknown' }),
  AgentEvent_linkageCapability: reading(resultSchema, ({ result }) => ({ type: 'linkage-result', result })),
  AgentEvent_linkagePhoneStatus: reading(resultSchema, ({ result }) => ({
    type: 'linked-phone',
    status: result,
  })),
  AgentEvent_linkagePhoneTransferOut: reading(transferSchema, ({ addrOut, addrSelf }) => ({
    type: 'linked-transfer',
    target: addrOut,
    own: addrSelf,
  })),
  AgentEvent_linkagePhoneTransferOut_Result: reading(transferResultSchema, ({ result, id }) => ({
    type: 'linked-transfer-result',
    result,
    callId: id,
  })),
  AgentEvent_linkagePhoneHold: reading(callIdSchema, (callId) => ({ type: 'linked-hold', callId })),
  AgentEvent_linkagePhoneUnHold: reading(callIdSchema, (callId) => ({ type: 'linked-retrieve', callId })),
  AgentEvent_linkagePhoneCallOut: reading(callOutSchema, (call) => ({
    type: 'linked-call-out',
    callId: call.callId,
    called: call.addrCalled,
    caller: call.addrCaller,
    skillId: call.skillId,
  })),
}
