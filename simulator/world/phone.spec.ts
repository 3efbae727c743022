import { describe, expect, it } from 'vitest'
import { conversation, live, openDesk, placedCall, quietWorld, takeEvents } from '../testing/world-fixture.ts'
import { liftPhone, rejectOnPhone } from './call-flow.ts'
import { callOut } from './outgoing.ts'
import { pressKey, type PhoneKey } from './phone-keys.ts'
import { phoneDoes } from './phone.ts'
import { ORDINARY } from './traits.ts'
import type { SignInRequest } from './presence.ts'

const LINKED: Partial<SignInRequest> = { releasePhone: true, phoneLinkage: true }
const bodies = (desk: ReturnType<typeof openDesk>): unknown[] =>
  takeEvents(desk.session).map(({ eventType, content }) => [
    eventType.replace('AgentEvent_linkagePhone', ''),
    content,
  ])

describe('a key of the phone does nothing', () => {
  it.each<[why: string, sign: Partial<SignInRequest>, isTalking: boolean, pressed: PhoneKey]>([
    ['when the phone is not linked', { releasePhone: true }, true, { key: 'hold' }],
    ['hold, without a call', LINKED, false, { key: 'hold' }],
    ['transfer, without a call', LINKED, false, { key: 'transfer', number: '5550100' }],
    ['unhold, when the call is not on hold', LINKED, true, { key: 'unhold' }],
    ['call-out, in a call', LINKED, true, { key: 'call-out', number: '5550100' }],
  ])('%s', (_why, sign, isTalking, pressed) => {
    const world = quietWorld()
    const desk = openDesk(world, '101', sign)
    if (isTalking) conversation(world, desk)
    expect(pressKey(world, desk, pressed)).toMatchObject({ refusal: { retcode: '100-009' } })
    expect(desk.events()).toEqual([])
  })

  it('when the phone is offline, and works again when it is back', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', LINKED)
    conversation(world, desk)
    phoneDoes(world, desk, 'offline')
    expect(bodies(desk)).toEqual([
      ['AgentOther_PhoneUnknow', null],
      ['Status', { result: 4 }],
    ])
    expect(pressKey(world, desk, { key: 'hold' }).ok).toBe(false)
    expect(liftPhone(world, desk.agent, desk.presence).ok).toBe(false)
    phoneDoes(world, desk, 'online')
    expect(bodies(desk)).toEqual([['Status', { result: 3 }]])
    expect(pressKey(world, desk, { key: 'hold' }).ok).toBe(true)
  })
})

describe('a phone that rings', () => {
  const TAKEN = ['AgentOther_PhoneOffhook', 'AgentEvent_Auto_Answer', 'AgentEvent_Talking']
  const nobodyLifts = () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', LINKED)
    desk.agent.traits = { ...ORDINARY, liftsPhone: false }
    return { world, desk }
  }
  const plain = (names: string[]): string[] => names.filter((name) => !name.includes('linkage'))

  it('is lifted by hand: the call is taken', () => {
    const { world, desk } = nobodyLifts()
    placedCall(world)
    live(world, 200)
    desk.events()
    phoneDoes(world, desk, 'offhook')
    expect(plain(desk.events())).toEqual(TAKEN)
  })

  it('for a call of the agent is lifted by the client, and dials', () => {
    const { world, desk } = nobodyLifts()
    callOut(world, desk, { called: '5550100', caller: '', skillId: 0, callData: '' })
    expect(liftPhone(world, desk.agent, desk.presence).ok).toBe(true)
    expect(liftPhone(world, desk.agent, desk.presence).ok).toBe(false)
    live(world, 5000)
    expect(plain(desk.events())).toEqual([
      'AgentOther_PhoneAlerting',
      'AgentOther_PhoneOffhook',
      'AgentState_Busy',
      'AgentEvent_Customer_Alerting',
      'AgentEvent_Talking',
    ])
  })

  it('for a call of the agent is rejected by the client: nothing has begun', () => {
    const { world, desk } = nobodyLifts()
    callOut(world, desk, { called: '5550100', caller: '', skillId: 0, callData: '' })
    expect(rejectOnPhone(world, desk.agent, desk.presence).ok).toBe(true)
    expect(plain(desk.events())).toEqual([
      'AgentOther_PhoneAlerting',
      'AgentEvent_Call_Out_Fail',
      'AgentEvent_Connect_Fail',
      'AgentOther_PhoneRelease',
    ])
    expect([desk.presence.state.name, world.calls.size]).toEqual(['idle', 0])
  })
})

describe('a key of a linked phone', () => {
  it('holds the call and takes it back', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', LINKED)
    const call = conversation(world, desk)
    expect(pressKey(world, desk, { key: 'hold' }).ok).toBe(true)
    expect(call.isHeld).toBe(true)
    expect(pressKey(world, desk, { key: 'unhold' }).ok).toBe(true)
    expect(call.isHeld).toBe(false)
    expect(bodies(desk)).toEqual([
      ['Hold', { callId: call.callid }],
      ['UnHold', { callId: call.callid }],
    ])
  })

  it('transfers the call out', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', LINKED)
    const call = conversation(world, desk)
    pressKey(world, desk, { key: 'transfer', number: '5550104' })
    live(world, 5000)
    expect(bodies(desk).slice(0, 3)).toEqual([
      [
        'TransferOut',
        {
          addrOut: { address: '5550104', addressType: 6 },
          addrSelf: { address: '8101', addressType: 6 },
        },
      ],
      ['TransferOut_Result', { result: 0, callId: call.callid }],
      ['AgentEvent_Call_Release', call.callid],
    ])
    expect([world.calls.size, desk.presence.state.name]).toEqual([0, 'idle'])
  })

  it('cannot transfer to a number that nobody answers: the call stays', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', LINKED)
    const call = conversation(world, desk)
    world.unansweredNumbers.add('5550104')
    pressKey(world, desk, { key: 'transfer', number: '5550104' })
    live(world, 5000)
    expect(bodies(desk).at(-1)).toEqual(['TransferOut_Result', { result: 1001, callId: call.callid }])
    expect(desk.presence.state).toMatchObject({ name: 'talking', callid: call.callid })
  })

  it('dials: the announced callid is not the one of the call', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', LINKED)
    pressKey(world, desk, { key: 'call-out', number: '5550104' })
    live(world, 5000)
    const events = takeEvents(desk.session)
    expect(events.map(({ eventType }) => eventType)).toEqual([
      'AgentOther_PhoneOffhook',
      'AgentEvent_linkagePhoneStatus',
      'AgentEvent_linkagePhoneCallOut',
      'AgentState_Busy',
      'AgentEvent_Customer_Alerting',
      'AgentEvent_Talking',
    ])
    expect(events[2]?.content).toMatchObject({
      addrCalled: { address: '5550104', addressType: 6 },
      addrCaller: { address: '8101', addressType: 6 },
      skillId: 0,
    })
    const { callId } = events[2]?.content as { callId: string }
    expect((events[5]?.content as { callid: string }).callid).not.toBe(callId)
  })
})
