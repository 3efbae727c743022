import { describe, expect, it } from 'vitest'
import type { GatewayEvent } from '../gateway-event.ts'
import { decodeEvent } from './gateway-event-codec.ts'

const callId = '1700000002-22'
const decode = (eventType: string, content: unknown) => decodeEvent({ eventType, workNo: '101', content })

const target = { address: '5550104', addressType: 6 }
const own = { address: '8001', addressType: 6 }

describe('phone events', () => {
  it.each<[string, unknown]>([
    ['AgentEvent_linkagePhoneTransferOut', [target]],
    ['AgentEvent_linkagePhoneTransferOut', { addrOut: '5550104' }],
    ['AgentEvent_linkagePhoneTransferOut', { addrOut: { ...target, addressType: 'phone' } }],
    ['AgentEvent_linkagePhoneTransferOut_Result', null],
    ['AgentEvent_linkagePhoneTransferOut_Result', { callId }],
    ['AgentEvent_linkagePhoneTransferOut_Result', { result: 'ok', callId }],
    ['AgentEvent_linkagePhoneHold', [callId]],
    ['AgentEvent_linkagePhoneUnHold', { callId: true }],
    ['AgentEvent_linkagePhoneCallOut', { callId, skillId: 'Billing' }],
    ['AgentEvent_linkagePhoneCallOut', { callId: {}, skillId: 0 }],
    ['AgentOther_PhoneOffhook', ['main']],
    ['AgentOther_PhoneRelease', true],
  ])('%s with %j is malformed', (eventType, content) => {
    expect(decode(eventType, content)).toMatchObject({ ok: false, error: { kind: 'malformed' } })
  })

  it.each<[string, unknown, GatewayEvent]>([
    ['AgentOther_PhoneAlerting', null, { type: 'phone-alerting' }],
    ['AgentOther_PhoneBusy', null, { type: 'phone-busy' }],
    ['AgentOther_PhoneUnknow', null, { type: 'phone-unknown' }],
    ['AgentOther_PhoneOffhook', { type: 'main' }, { type: 'phone-off-hook', part: 'main' }],
    ['AgentOther_PhoneOffhook', { type: 'assistant' }, { type: 'phone-off-hook', part: 'assistant' }],
    ['AgentOther_PhoneOffhook', { type: 'third' }, { type: 'phone-off-hook', part: 'unknown' }],
    ['AgentOther_PhoneOffhook', { type: 7 }, { type: 'phone-off-hook', part: 'unknown' }],
    ['AgentOther_PhoneOffhook', null, { type: 'phone-off-hook', part: 'unknown' }],
    ['AgentOther_PhoneRelease', { phoneState: 2 }, { type: 'phone-released', by: 'agent' }],
    ['AgentOther_PhoneRelease', { phoneState: '3' }, { type: 'phone-released', by: 'platform' }],
    ['AgentOther_PhoneRelease', { phoneState: 9 }, { type: 'phone-released', by: 'unknown' }],
    ['AgentOther_PhoneRelease', { phoneState: 'down' }, { type: 'phone-released', by: 'unknown' }],
    ['AgentOther_PhoneRelease', null, { type: 'phone-released', by: 'unknown' }],
    [
      'AgentEvent_linkagePhoneTransferOut',
      { addrOut: target, addrSelf: own },
      { type: 'linked-transfer', target, own },
    ],
    [
      'AgentEvent_linkagePhoneTransferOut',
      { addrOut: { address: 5_550_104 }, addrSelf: { address: '', addressType: 6 } },
      { type: 'linked-transfer', target: { address: '5550104', addressType: null }, own: null },
    ],
    ['AgentEvent_linkagePhoneTransferOut', null, { type: 'linked-transfer', target: null, own: null }],
    [
      'AgentEvent_linkagePhoneTransferOut_Result',
      { result: 1001, callId },
      { type: 'linked-transfer-result', result: 1001, callId },
    ],
    [
      'AgentEvent_linkagePhoneTransferOut_Result',
      { result: '0' },
      { type: 'linked-transfer-result', result: 0, callId: null },
    ],
    ['AgentEvent_linkagePhoneHold', { callId }, { type: 'linked-hold', callId }],
    ['AgentEvent_linkagePhoneHold', callId, { type: 'linked-hold', callId }],
    ['AgentEvent_linkagePhoneUnHold', { callId }, { type: 'linked-retrieve', callId }],
    [
      'AgentEvent_linkagePhoneCallOut',
      { addrCalled: target, addrCaller: own, skillId: 0, callId },
      { type: 'linked-call-out', callId, called: target, caller: own, skillId: null },
    ],
    [
      'AgentEvent_linkagePhoneCallOut',
      { skillId: '3' },
      { type: 'linked-call-out', callId: null, called: null, caller: null, skillId: 3 },
    ],
  ])('%s with %j', (eventType, content, expected) => {
    expect(decode(eventType, content)).toEqual({ ok: true, value: expected })
  })
})
