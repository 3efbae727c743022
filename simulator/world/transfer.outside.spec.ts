import { describe, expect, it } from 'vitest'
import { SUCCEEDED, toOutside, transfer, type OutsideMode } from '../testing/transfer-wishes.ts'
import { conversation, live, openDesk, quietWorld } from '../testing/world-fixture.ts'
import { cancelTransfer, hangUp } from './transfer.ts'

describe('a transfer outside', () => {
  it.each<[mode: OutsideMode, events: string[]]>([
    ['release', ['AgentEvent_TransOutResult', 'AgentEvent_Call_Release', 'AgentState_Ready']],
    ['success', ['AgentEvent_TransOutResult', ...SUCCEEDED]],
    ['talk', ['AgentEvent_Hold', 'AgentEvent_Customer_Alerting', 'AgentEvent_Talking']],
    [
      'three-party',
      ['AgentEvent_Hold', 'AgentEvent_Customer_Alerting', 'AgentEvent_Talking', 'AgentEvent_Conference'],
    ],
  ])('in mode %s', (mode, events) => {
    const world = quietWorld()
    const desk = openDesk(world)
    conversation(world, desk)
    transfer(world, desk, toOutside(mode))
    live(world, 5000)
    expect(desk.events()).toEqual(events)
  })

  it.each<OutsideMode>(['talk', 'three-party'])('in mode %s the agent leaves by hanging up', (mode) => {
    const world = quietWorld()
    const desk = openDesk(world)
    conversation(world, desk)
    transfer(world, desk, toOutside(mode))
    live(world, 5000)
    desk.events()
    expect(hangUp(world, desk).ok).toBe(true)
    expect(desk.events()).toEqual(['AgentEvent_Call_Release', 'AgentEvent_Call_Release', 'AgentState_Ready'])
    expect([world.calls.size, desk.presence.otherCalls]).toEqual([0, []])
  })

  it('in success mode: nobody answers, and the caller is back', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    conversation(world, desk)
    world.unansweredNumbers.add('5550100')
    transfer(world, desk, toOutside('success'))
    live(world, 20_000)
    expect(desk.events()).toEqual([
      'AgentEvent_TransOutResult',
      'AgentEvent_SuccTransResult',
      'AgentEvent_Talking',
    ])
  })

  it('in talk mode: nobody answers, the caller is still on hold, and is taken back', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    const call = conversation(world, desk)
    world.unansweredNumbers.add('5550100')
    transfer(world, desk, toOutside('talk'))
    live(world, 20_000)
    expect(desk.events().slice(-2)).toEqual(['AgentEvent_Call_Out_Fail', 'AgentEvent_Connect_Fail'])
    expect([call.isHeld, desk.presence.state]).toMatchObject([true, { name: 'talking', callid: call.callid }])
  })

  it('is cancelled in talk mode: the target is dropped, the caller is talked to again', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    const call = conversation(world, desk)
    transfer(world, desk, toOutside('talk'))
    live(world, 5000)
    desk.events()
    expect(cancelTransfer(world, desk).ok).toBe(true)
    expect(desk.events()).toEqual([
      'AgentEvent_Call_Release',
      'AgentEvent_Customer_Release',
      'AgentEvent_Talking',
    ])
    expect([call.isHeld, [...world.calls.keys()]]).toEqual([false, [call.callid]])
  })
})
