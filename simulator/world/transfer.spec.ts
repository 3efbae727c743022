import { describe, expect, it } from 'vitest'
import { SUCCEEDED, toAgent, toOutside, toSkill, transfer } from '../testing/transfer-wishes.ts'
import { conversation, live, openDesk, quietWorld, takeEvents } from '../testing/world-fixture.ts'
import { holdCall } from './hold.ts'
import { callOut } from './outgoing.ts'
import { waitingCalls } from './queues.ts'
import { releaseCall } from './release.ts'
import { cancelTransfer, hangUp, type TransferWish } from './transfer.ts'

describe('a transfer that is refused', () => {
  it.each<[what: string, wish: TransferWish, code: string]>([
    ['to an unknown queue', toSkill(99, false), '100-007'],
    ['to a queue of another medium', toSkill(5, false), '100-007'],
    [
      'to an unknown access code',
      { to: 'access-code', accessCode: '91234', isKept: false, callData: '' },
      '100-007',
    ],
    ['to an unknown agent', toAgent('999', false), '100-007'],
    ['to an agent who is signed out', toAgent('103', false), '100-007'],
    ['to himself, who is not idle', toAgent('101', false), '100-007'],
    ['outside, to no number', toOutside('success', '12x'), '200-001'],
  ])('%s: the conversation goes on', (_what, wish, code) => {
    const world = quietWorld()
    const desk = openDesk(world)
    const call = conversation(world, desk)
    expect(transfer(world, desk, wish)).toBe(code)
    expect([call.place.kind, desk.events()]).toEqual(['talking', []])
  })

  it('without a conversation, and while another is under way', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', {}, [1])
    expect(transfer(world, desk, toSkill(2, false))).toBe('200-012')
    expect(cancelTransfer(world, desk)).toMatchObject({ refusal: { retcode: '200-012' } })
    conversation(world, desk)
    expect(transfer(world, desk, toSkill(2, true))).toBe('ok')
    expect(transfer(world, desk, toSkill(3, false))).toBe('100-007')
  })

  it('of an outgoing call to a number outside in release mode', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    callOut(world, desk, { called: '5550100', caller: '', skillId: 0, callData: '' })
    live(world, 10_000)
    expect(transfer(world, desk, toOutside('release', '5550101'))).toBe('100-007')
  })
})

describe('a transfer to a queue', () => {
  it('in release mode: the agent is free at once, the call waits', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', {}, [1])
    const call = conversation(world, desk)
    expect(transfer(world, desk, toSkill(2, false))).toBe('ok')
    expect(desk.events()).toEqual(['AgentEvent_Call_Release', 'AgentState_Ready'])
    expect(waitingCalls(world, 2)).toEqual([call])
  })

  it('by its access code', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', {}, [1])
    const call = conversation(world, desk)
    transfer(world, desk, { to: 'access-code', accessCode: '90002', isKept: false, callData: 'order 7' })
    expect(waitingCalls(world, 2)).toEqual([call])
    expect(call.callData).toBe('order 7')
  })

  it('hangs up the phone of a non-always-off-hook agent', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', { releasePhone: true }, [1])
    conversation(world, desk)
    transfer(world, desk, toSkill(2, false))
    expect(desk.events()).toEqual(['AgentEvent_Call_Release', 'AgentOther_PhoneRelease', 'AgentState_Ready'])
  })

  it('in success mode: the agent is released when somebody there has answered', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', {}, [1])
    const call = conversation(world, desk)
    transfer(world, desk, toSkill(2, true))
    live(world, 30_000)
    expect([desk.events(), desk.presence.state.name]).toEqual([[], 'talking'])
    world.agents.get('102')?.bindings.set(2, { agentWeight: 1, skillWeight: 1 })
    const colleague = openDesk(world, '102', {}, [2])
    live(world, 100)
    expect(desk.events()).toEqual(SUCCEEDED)
    const events = takeEvents(colleague.session)
    expect(events.map(({ eventType }) => eventType)).toEqual(['AgentEvent_Auto_Answer', 'AgentEvent_Talking'])
    expect(events[0]?.content).toMatchObject({ callid: call.callid, transfer: 'yes', transfrom: '101' })
  })

  it('can be taken back while nobody has answered', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', {}, [1])
    const call = conversation(world, desk)
    transfer(world, desk, toSkill(2, true))
    expect(cancelTransfer(world, desk).ok).toBe(true)
    expect(desk.events()).toEqual(['AgentEvent_Talking'])
    expect([waitingCalls(world, 2), call.place.kind]).toEqual([[], 'talking'])
    live(world, 60_000)
    expect(desk.events().at(-1)).toBe('AgentState_Ready')
  })

  it('goes on without the agent who hangs up meanwhile', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', {}, [1])
    const call = conversation(world, desk)
    transfer(world, desk, toSkill(2, true))
    expect(hangUp(world, desk).ok).toBe(true)
    expect(desk.events()).toEqual(['AgentEvent_Call_Release', 'AgentState_Ready'])
    expect(waitingCalls(world, 2)).toEqual([call])
  })

  it('ends for everybody when the caller hangs up meanwhile', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', {}, [1])
    const call = conversation(world, desk)
    transfer(world, desk, toSkill(2, true))
    releaseCall(world, call, 'caller')
    expect(desk.events()).toEqual([
      'AgentEvent_Call_Release',
      'AgentEvent_Customer_Release',
      'AgentState_Ready',
    ])
    expect(world.calls.size).toBe(0)
  })
})

describe('a transfer to an agent', () => {
  it('in release mode: the call rings there under the same callid', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    const call = conversation(world, desk)
    const colleague = openDesk(world, '102', {}, [])
    transfer(world, desk, toAgent('102', false))
    live(world, 100)
    expect(desk.events()).toEqual(['AgentEvent_Call_Release', 'AgentState_Ready'])
    expect(colleague.events()).toEqual(['AgentState_Busy', 'AgentEvent_Auto_Answer', 'AgentEvent_Talking'])
    expect(call.place).toEqual({ kind: 'talking', agentId: '102' })
  })

  it('in success mode comes back when the colleague does not answer', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    const call = conversation(world, desk)
    const colleague = openDesk(world, '102', { autoAnswer: false }, [])
    transfer(world, desk, toAgent('102', true))
    live(world, 20_100)
    expect(takeEvents(desk.session)).toMatchObject([
      { eventType: 'AgentEvent_SuccTransResult', content: { callid: call.callid, result: 1 } },
      { eventType: 'AgentEvent_Talking', content: { callid: call.callid } },
    ])
    expect(colleague.presence.state).toEqual({ name: 'busy', reason: 2 })
    expect(call.place).toEqual({ kind: 'talking', agentId: '101' })
  })

  it('is withdrawn from the colleague when it is taken back', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    conversation(world, desk)
    const colleague = openDesk(world, '102', { autoAnswer: false }, [])
    transfer(world, desk, toAgent('102', true))
    live(world, 100)
    cancelTransfer(world, desk)
    expect(colleague.events().slice(-3)).toEqual([
      'AgentEvent_Call_Release',
      'AgentEvent_Customer_Release',
      'AgentState_Ready',
    ])
    expect(desk.events()).toEqual(['AgentEvent_Talking'])
  })
})

describe('a transfer to an automatic flow', () => {
  it('in release mode: the call leaves the centre', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    conversation(world, desk)
    transfer(world, desk, { to: 'ivr', isSuspended: false, callData: '' })
    expect(desk.events()).toEqual(['AgentEvent_Call_Release', 'AgentState_Ready'])
    expect(world.calls.size).toBe(0)
  })

  it('suspended: it comes back to the agent', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    conversation(world, desk)
    transfer(world, desk, { to: 'ivr', isSuspended: true, callData: '' })
    expect(holdCall(world, desk)).toMatchObject({ refusal: { retcode: '200-014' } })
    live(world, 10_000)
    expect(desk.events()).toEqual(['AgentEvent_ReturnFromIvr', 'AgentEvent_Talking'])
  })
})
