import { describe, expect, it } from 'vitest'
import type { GatewayEvent } from '../gateway-event.ts'
import { decodeEvent, decodePoll } from './gateway-event-codec.ts'

const callId = '1663580465-1134'
const event = (eventType: string, content: unknown = null) => ({ eventType, workNo: '101', content })

describe('decodeEvent', () => {
  it.each<[string, unknown]>([
    ['a text', 'AgentState_Ready'],
    ['a number', 1],
    ['two events', [event('AgentState_Ready'), event('AgentState_Work')]],
    ['a list of one', [event('AgentState_Ready')]],
    ['no type', { workNo: '101', content: null }],
    ['a null type', event(null as never)],
    ['an empty type', event('')],
    ['a sentence as type', event('something happened to 13800000001')],
    ['a linkage result without result', event('AgentEvent_linkageCapability', {})],
    ['a linkage result in words', event('AgentEvent_linkageCapability', { result: 'linked' })],
    ['a linkage result without content', event('AgentEvent_linkageCapability')],
    ['a phone state without state', event('AgentEvent_linkagePhoneStatus', {})],
    ['a call list', event('AgentEvent_Talking', [callId])],
    ['a boolean content', event('AgentEvent_Hold', true)],
    ['a call id object', event('AgentEvent_Talking', { callid: { id: 1 } })],
    ['a reason in words', event('AgentState_SetNotReady_Success', { reason: 'lunch' })],
  ])('refuses %s', (_what, value) => {
    expect(decodeEvent(value)).toMatchObject({ ok: false, error: { kind: 'malformed' } })
  })

  it.each([null, undefined, {}])('finds no event in %j', (value) => {
    expect(decodeEvent(value)).toEqual({ ok: true, value: null })
  })

  const idle = (name: string, isForced = false): GatewayEvent => ({ type: 'idle', isForced, name })

  it.each<[string, unknown, GatewayEvent]>([
    ['AgentOther_InService', null, { type: 'in-service' }],
    [
      'AgentOther_ShutdownService',
      { loginTime: '1700000000000' },
      { type: 'shutdown', loginTime: '1700000000000' },
    ],
    ['AgentOther_ShutdownService', { loginTime: 17 }, { type: 'shutdown', loginTime: '17' }],
    ['AgentOther_ShutdownService', null, { type: 'shutdown', loginTime: null }],
    ['AgentState_Ready', null, idle('AgentState_Ready')],
    ['AgentState_CancelNotReady_Success', null, idle('AgentState_CancelNotReady_Success')],
    ['AgentState_CancelWork_Success', null, idle('AgentState_CancelWork_Success')],
    ['AgentState_CancelRest_Success', null, idle('AgentState_CancelRest_Success')],
    ['AgentState_Force_Ready', null, idle('AgentState_Force_Ready', true)],
    ['AgentState_SetNotReady_Success', { reason: '1' }, { type: 'busy', reason: 1, isForced: false }],
    ['AgentState_SetNotReady_Success', { reason: 3 }, { type: 'busy', reason: 3, isForced: true }],
    ['AgentState_SetNotReady_Success', null, { type: 'busy', reason: null, isForced: false }],
    ['AgentState_Force_SetNotReady', null, { type: 'busy', reason: null, isForced: true }],
    ['AgentState_Work', null, { type: 'wrap-up', isRequested: false }],
    ['AgentState_SetWork_Success', null, { type: 'wrap-up', isRequested: true }],
    ['AgentState_SetRest_Success', { reason: '0' }, { type: 'rest', reason: 0 }],
    ['AgentState_Rest_Timeout', null, { type: 'rest-over' }],
    ['AgentState_Busy', null, { type: 'occupied' }],
    [
      'AgentEvent_Ringing',
      { caller: '13800000001', called: '95588', callid: callId, transfrom: '', mediaType: '5' },
      {
        type: 'ringing',
        callId,
        caller: '13800000001',
        isAutoAnswer: false,
        about: { called: '95588', mediaType: 5 },
      },
    ],
    [
      'AgentEvent_Ringing',
      { caller: '1', callid: callId, transFrom: 102, feature: '0', mediaType: ['voice'] },
      {
        type: 'ringing',
        callId,
        caller: '1',
        isAutoAnswer: false,
        about: { feature: 0, transferredBy: '102' },
      },
    ],
    [
      'AgentEvent_Auto_Answer',
      { callId, caller: 'a102', mediaType: 5 },
      { type: 'ringing', callId, caller: 'a102', isAutoAnswer: true, about: { mediaType: 5 } },
    ],
    ['AgentEvent_Talking', { callid: callId, caller: '' }, { type: 'talking', callId, caller: '' }],
    ['AgentEvent_Talking', { callid: callId, caller: null }, { type: 'talking', callId, caller: null }],
    ['AgentEvent_Talking', { callid: callId }, { type: 'talking', callId, caller: null }],
    ['AgentEvent_Hold', callId, { type: 'held', callId }],
    ['AgentEvent_Hold', { callID: callId }, { type: 'held', callId }],
    ['AgentEvent_Hold', '', { type: 'held', callId: null }],
    ['AgentEvent_Call_Release', callId, { type: 'call-released', callId, by: 'agent' }],
    ['AgentEvent_Call_Release', { callid: callId }, { type: 'call-released', callId, by: 'agent' }],
    [
      'AgentEvent_Customer_Release',
      { callid: callId, number: '13800000001' },
      { type: 'call-released', callId, by: 'customer' },
    ],
    ['AgentEvent_No_Answer', callId, { type: 'no-answer', callId }],
    ['AgentEvent_No_Answer_From_Cti', callId, { type: 'no-answer', callId }],
    ['AgentEvent_linkageCapability', { result: 0 }, { type: 'linkage-result', result: 0 }],
    ['AgentEvent_linkageCapability', { result: '1' }, { type: 'linkage-result', result: 1 }],
    ['AgentEvent_linkageCapability', '0', { type: 'linkage-result', result: 0 }],
    ['AgentEvent_linkagePhoneStatus', { result: 4 }, { type: 'linked-phone', status: 4 }],
  ])('%s with %j', (eventType, content, expected) => {
    expect(decodeEvent({ ...event(eventType, content), eventGenTime: 1 })).toEqual({
      ok: true,
      value: expected,
    })
  })

  it.each([
    'AgentEvent_SuccTransResult',
    'AgentEvent_TransOutResult',
    'AgentEvent_ReturnFromIvr',
    'AgentEvent_JoinConf',
    'AgentEvent_ReleaseRequest',
    'AgentEvent_ReleaseResponse',
    'AgentEvent_Preview',
    'AgentEvent_Release_Preview',
    'AgentEvent_AbandonCall',
    'AgentEvent_MessageData',
    'AgentMediaEvent_Record',
    'AgentMediaEvent_Record_Fail',
    'AgentMediaEvent_StopRecordDone',
    'AgentConf_SelfJoinResult',
    'AgentConf_RequestSuccess',
    'AgentConf_RequestFailed',
    'AgentConf_Timeout',
    'AgentChat_Ring',
    'AgentChat_Connected',
    'AgentChat_DataRecved',
    'AgentChat_Disconnected',
    'AgentChat_CallOutCreated',
    'AgentChat_CalloutFailed',
    'AgentEvent_OfNextYear',
  ])('keeps %s by its name, whatever is in it', (name) => {
    for (const content of [null, 'text', { a: 1 }, [1], true]) {
      expect(decodeEvent(event(name, content))).toEqual({ ok: true, value: { type: 'other', name } })
    }
  })
})

describe('decodePoll', () => {
  it('reads the empty answer byte by byte as documented', () => {
    expect(decodePoll('{"message":"","retcode":"0"}')).toEqual({
      ok: true,
      value: { retcode: '0', message: '', event: null },
    })
  })

  it.each([
    '{"message":"","retcode":"0","event":{"eventType":"AgentState_Ready","workNo":"101","content":null}}',
    '{"event":{"content":null,"eventType":"AgentState_Ready"},"retcode":0}',
    '{"eventType":"AgentState_Ready","workNo":"101","content":null}',
  ])('reads the event of %s', (body) => {
    expect(decodePoll(body)).toMatchObject({ ok: true, value: { retcode: '0', event: { type: 'idle' } } })
  })

  it('reads a refusal without looking for an event', () => {
    expect(decodePoll('{"retcode":"100-006","message":"gone","event":"x"}')).toEqual({
      ok: true,
      value: { retcode: '100-006', message: 'gone', event: null },
    })
  })

  it.each(['{"retcode":"0","event":"AgentState_Ready"}', '{"event":{"eventType":"AgentState_Ready"}}', '[]'])(
    'refuses %s',
    (body) => {
      expect(decodePoll(body)).toMatchObject({ ok: false, error: { kind: 'malformed' } })
    },
  )
})
