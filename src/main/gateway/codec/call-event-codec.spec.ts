import { describe, expect, it } from 'vitest'
import type { GatewayEvent } from '../gateway-event.ts'
import { decodeEvent } from './gateway-event-codec.ts'

const callId = '1700000001-12'
const decode = (eventType: string, content: unknown) => decodeEvent({ eventType, workNo: '101', content })

const incoming = {
  callId,
  skillName: 'Billing',
  skillId: 1,
  caller: '5550103',
  called: '3002',
  lastReleaseAgentId: 65_535,
  mediaType: 5,
  releaseAndReQueueCount: 0,
  releaseAndReQueueCallFlag: 0,
}

describe('call events', () => {
  it.each<[string, unknown]>([
    ['AgentEvent_Call_Out_Fail', [callId]],
    ['AgentEvent_Connect_Fail', true],
    ['AgentEvent_Consult_Fail', { callid: {} }],
    ['AgentEvent_Customer_Alerting', { callid: callId, otherPhone: {} }],
    ['AgentEvent_Talking', { callid: callId, caller: false }],
  ])('%s with %j is malformed: the desk acts on it', (eventType, content) => {
    expect(decode(eventType, content)).toMatchObject({ ok: false, error: { kind: 'malformed' } })
  })

  it.each([null, 'text', [incoming], { ...incoming, callId: '' }, { ...incoming, skillId: 'Billing' }])(
    'an incoming call that cannot be read is told by its name: %j',
    (content) => {
      // A bare text would be a call id; nothing else is known of the call then.
      const expected =
        content === 'text'
          ? { type: 'incoming-call', callId: 'text', skillId: null }
          : { type: 'other', name: 'AgentEvent_Incoming_CallInfo' }
      expect(decode('AgentEvent_Incoming_CallInfo', content)).toMatchObject({ ok: true, value: expected })
    },
  )

  it.each([null, [callId], true, { confId: 7 }, { callid: { id: 1 } }])(
    'a conference and a failed internal call happened, whatever the undocumented content %j says',
    (content) => {
      expect(decode('AgentEvent_Conference', content)).toEqual({
        ok: true,
        value: { type: 'conference', callId: null },
      })
      expect(decode('AgentEvent_Inside_Call_Fail', content)).toEqual({
        ok: true,
        value: { type: 'call-out-failed', callId: null, isInternal: true },
      })
    },
  )

  it.each<[string, unknown, GatewayEvent]>([
    ['AgentEvent_Conference', callId, { type: 'conference', callId }],
    ['AgentEvent_Call_Out_Fail', callId, { type: 'call-out-failed', callId, isInternal: false }],
    ['AgentEvent_Call_Out_Fail', '', { type: 'call-out-failed', callId: null, isInternal: false }],
    ['AgentEvent_Inside_Call_Fail', callId, { type: 'call-out-failed', callId, isInternal: true }],
    ['AgentEvent_Connect_Fail', callId, { type: 'connect-failed', callId }],
    ['AgentEvent_Connect_Fail', { callid: callId }, { type: 'connect-failed', callId }],
    ['AgentEvent_Consult_Fail', callId, { type: 'consult-failed', callId }],
    [
      'AgentEvent_Customer_Alerting',
      { callid: callId, otherPhoneWorkno: '', otherPhone: '5550102', type: 'main' },
      { type: 'customer-alerting', callId, otherPhone: '5550102', otherAgentId: null },
    ],
    [
      'AgentEvent_Customer_Alerting',
      { callid: callId, otherPhoneWorkno: 102, otherPhone: '' },
      { type: 'customer-alerting', callId, otherPhone: '', otherAgentId: '102' },
    ],
    [
      'AgentEvent_Incoming_CallInfo',
      incoming,
      {
        type: 'incoming-call',
        callId,
        skillId: 1,
        skillName: 'Billing',
        caller: '5550103',
        called: '3002',
        mediaType: 5,
        lastAgentId: null,
        requeuedTimes: 0,
      },
    ],
    [
      'AgentEvent_Incoming_CallInfo',
      { callid: callId, skillId: '0', lastReleaseAgentId: '102', releaseAndReQueueCount: '2' },
      {
        type: 'incoming-call',
        callId,
        skillId: null,
        skillName: '',
        caller: null,
        called: null,
        mediaType: null,
        lastAgentId: '102',
        requeuedTimes: 2,
      },
    ],
  ])('%s with %j', (eventType, content, expected) => {
    expect(decode(eventType, content)).toEqual({ ok: true, value: expected })
  })

  it.each([
    ['', ''],
    ['  ', ''],
    [null, null],
    [undefined, null],
    [13_800_000_001, '13800000001'],
    [' 5550101 ', '5550101'],
  ])('keeps a withheld number apart from one that is not said: %j', (caller, expected) => {
    for (const eventType of ['AgentEvent_Ringing', 'AgentEvent_Auto_Answer', 'AgentEvent_Talking']) {
      expect(decode(eventType, { callid: callId, caller })).toMatchObject({ value: { caller: expected } })
    }
  })
})
