import { describe, expect, it } from 'vitest'
import { codeOf, OUTSIDE, outsideWish } from '../testing/outgoing-wish.ts'
import { conversation, live, openDesk, quietWorld } from '../testing/world-fixture.ts'
import { settle } from './advance.ts'
import { answerCall } from './call-flow.ts'
import { dropCall, dropParty, joinConference } from './conference.ts'
import { holdCall, retrieveCall, setMuted, swapHeld } from './hold.ts'
import { callOut } from './outgoing.ts'

describe('hold and mute', () => {
  it('are refused without a call, each with its code', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    expect([
      codeOf(holdCall(world, desk)),
      codeOf(retrieveCall(world, desk)),
      codeOf(swapHeld(world, desk, '1-1')),
      codeOf(setMuted(world, desk, true)),
      codeOf(setMuted(world, desk, false)),
      codeOf(joinConference(world, desk)),
      codeOf(dropParty(world, desk, '1')),
      codeOf(dropCall(world, desk, '1-1')),
      codeOf(answerCall(world, desk.agent, desk.presence)),
    ]).toEqual([
      '200-013',
      '200-015',
      '200-005',
      '200-003',
      '200-007',
      '200-010',
      '200-023',
      '200-025',
      '200-002',
    ])
  })

  it('are refused in the wrong state of a call, each with its code', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    conversation(world, desk)
    expect([
      codeOf(retrieveCall(world, desk)),
      codeOf(swapHeld(world, desk, '1-1')),
      codeOf(setMuted(world, desk, false)),
      codeOf(joinConference(world, desk)),
      codeOf(dropParty(world, desk, '777')),
    ]).toEqual(['200-015', '200-006', '200-008', '200-011', '200-024'])
    expect([setMuted(world, desk, true).ok, codeOf(setMuted(world, desk, true))]).toEqual([true, '200-004'])
    expect([holdCall(world, desk).ok, codeOf(holdCall(world, desk))]).toEqual([true, '200-014'])
    callOut(world, desk, outsideWish)
    live(world, 5000)
    expect(codeOf(retrieveCall(world, desk))).toBe('200-016')
  })

  it('lets the agent call somebody else meanwhile, change between both, and join them', () => {
    const world = quietWorld({ timing: { ...quietWorld().options.timing, talkMs: [600_000, 600_000] } })
    const desk = openDesk(world)
    const first = conversation(world, desk)
    holdCall(world, desk)
    const second = callOut(world, desk, outsideWish)
    if (!second.ok) throw new Error(second.refusal.message)
    live(world, 5000)
    desk.events()
    expect(swapHeld(world, desk, first.callid).ok).toBe(true)
    expect([desk.events(), first.isHeld, second.value.isHeld]).toEqual([
      ['AgentEvent_Hold', 'AgentEvent_Talking'],
      false,
      true,
    ])
    expect(joinConference(world, desk, second.value.callid).ok).toBe(true)
    expect(desk.events()).toEqual(['AgentEvent_Conference'])
    expect(dropParty(world, desk, OUTSIDE).ok).toBe(true)
    expect(desk.events()).toEqual(['AgentEvent_Call_Release', 'AgentEvent_Customer_Release'])
    expect(desk.presence.state).toMatchObject({ name: 'talking', callid: first.callid })
    expect(dropCall(world, desk, first.callid).ok).toBe(true)
    expect(desk.events().at(-1)).toBe('AgentState_Ready')
  })

  it('a caller on hold who hangs up leaves the conversation alone', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    const first = conversation(world, desk)
    holdCall(world, desk)
    live(world, 30_000)
    callOut(world, desk, outsideWish)
    live(world, 5000)
    desk.events()
    live(world, 28_000)
    settle(world)
    expect(desk.events()).toEqual(['AgentEvent_Call_Release', 'AgentEvent_Customer_Release'])
    expect([world.calls.has(first.callid), desk.presence.state.name]).toEqual([false, 'talking'])
  })
})
