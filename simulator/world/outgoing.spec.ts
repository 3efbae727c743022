import { describe, expect, it } from 'vitest'
import { codeOf, OUTSIDE, outsideWish } from '../testing/outgoing-wish.ts'
import { conversation, live, openDesk, quietWorld, takeEvents } from '../testing/world-fixture.ts'
import { sayRest } from './agent-state.ts'
import { retrieveCall } from './hold.ts'
import { askForHelp, callInner, callOut } from './outgoing.ts'
import type { SignInRequest } from './presence.ts'
import { ORDINARY } from './traits.ts'
import { hangUp } from './transfer.ts'

describe('calling out is refused', () => {
  it.each([
    ['no number', '', '200-001'],
    ['a name', 'Ada', '200-001'],
    ['more than 24 digits', '1'.repeat(25), '200-001'],
  ])('to %s', (_what, called, code) => {
    const world = quietWorld()
    const desk = openDesk(world)
    expect(codeOf(callOut(world, desk, { ...outsideWish, called }))).toBe(code)
    expect([desk.events(), desk.presence.state.name]).toEqual([[], 'idle'])
  })

  it('in a conversation, in rest, without the right to', () => {
    const world = quietWorld()
    const resting = openDesk(world, '102')
    sayRest(world, resting.agent, resting.presence, { reason: 0, durationMs: 1000, isProlonged: false })
    const other = openDesk(world, '103', {}, [])
    other.agent.traits = { ...ORDINARY, mayCallOut: false }
    const talking = openDesk(world, '101')
    conversation(world, talking)
    for (const desk of [talking, resting, other])
      expect(codeOf(callOut(world, desk, outsideWish))).toBe('100-007')
  })
})

describe('events of an outgoing call, in order (protocol 4.6)', () => {
  const ANSWERED = ['AgentState_Busy', 'AgentEvent_Customer_Alerting', 'AgentEvent_Talking']
  const RELEASED = ['AgentEvent_Call_Release', 'AgentEvent_Customer_Release']
  const LIFTED = ['AgentOther_PhoneAlerting', 'AgentOther_PhoneOffhook']
  const FAILED = ['AgentEvent_Call_Out_Fail', 'AgentEvent_Connect_Fail']

  it.each<
    [
      name: string,
      sign: Partial<SignInRequest>,
      who: { lifts?: boolean; answers?: boolean },
      events: string[],
    ]
  >([
    ['always off-hook', {}, {}, [...ANSWERED, ...RELEASED, 'AgentState_Ready']],
    [
      'always off-hook, to wrap-up',
      { autoEnterIdle: false },
      {},
      [...ANSWERED, ...RELEASED, 'AgentState_Work'],
    ],
    [
      'non-always-off-hook',
      { releasePhone: true },
      {},
      [...LIFTED, ...ANSWERED, ...RELEASED, 'AgentOther_PhoneRelease', 'AgentState_Ready'],
    ],
    [
      'the agent does not lift',
      { releasePhone: true },
      { lifts: false },
      ['AgentOther_PhoneAlerting', ...FAILED, 'AgentOther_PhoneRelease'],
    ],
    [
      'the callee does not answer, non-always-off-hook',
      { releasePhone: true, autoEnterIdle: false },
      { answers: false },
      [...LIFTED, ...ANSWERED.slice(0, 2), 'AgentOther_PhoneRelease', ...FAILED, 'AgentState_Ready'],
    ],
    [
      'the callee does not answer, always off-hook',
      {},
      { answers: false },
      [...ANSWERED.slice(0, 2), ...FAILED, 'AgentState_Ready'],
    ],
  ])('%s', (_name, sign, { lifts = true, answers = true }, events) => {
    const world = quietWorld()
    const desk = openDesk(world, '101', sign)
    desk.agent.traits = { ...ORDINARY, liftsPhone: lifts }
    if (!answers) world.unansweredNumbers.add(OUTSIDE)
    expect(callOut(world, desk, outsideWish).ok).toBe(true)
    live(world, 100_000)
    expect(desk.events()).toEqual(events)
    expect(world.calls.size).toBe(0)
  })

  it('carry the numbers, the feature and the callid that was answered', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    const call = callOut(world, desk, { ...outsideWish, caller: '40012' })
    if (!call.ok) throw new Error(call.refusal.message)
    live(world, 5000)
    expect(takeEvents(desk.session).slice(1)).toMatchObject([
      { content: { callid: call.value.callid, otherPhone: OUTSIDE, otherPhoneWorkno: '' } },
      { content: { callid: call.value.callid, caller: '40012', called: OUTSIDE, feature: '7' } },
    ])
  })
})

describe('a call that is not answered by lifting the phone', () => {
  it('is taken back, and the agent is busy with reason 2', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', { releasePhone: true })
    desk.agent.traits = { ...ORDINARY, liftsPhone: false }
    expect(() => conversation(world, desk)).toThrow('the call is offered')
    live(world, 20_000)
    expect(desk.events()).toEqual([
      'AgentState_Busy',
      'AgentOther_PhoneAlerting',
      'AgentEvent_No_Answer',
      'AgentOther_PhoneRelease',
      'AgentState_SetNotReady_Success',
    ])
    expect(desk.presence.state).toEqual({ name: 'busy', reason: 2 })
  })
})

describe('an internal call', () => {
  it('is refused to oneself and to somebody who is not there', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    expect(codeOf(callInner(world, desk, '101'))).toBe('100-007')
    expect(codeOf(callInner(world, desk, '102'))).toBe('100-007')
  })

  it('fails when the colleague is not free', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    openDesk(world, '102', { status: 'busy' })
    expect(callInner(world, desk, '102').ok).toBe(true)
    expect(desk.events()).toEqual(['AgentState_Busy', 'AgentEvent_Inside_Call_Fail', 'AgentState_Ready'])
  })

  it('fails when the colleague does not answer', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    const colleague = openDesk(world, '102', { autoAnswer: false })
    callInner(world, desk, '102')
    live(world, 20_100)
    expect(desk.events().slice(-2)).toEqual(['AgentEvent_Inside_Call_Fail', 'AgentState_Ready'])
    expect(colleague.presence.state).toEqual({ name: 'busy', reason: 2 })
    expect(world.calls.size).toBe(0)
  })

  it.each<[who: string, ends: '101' | '102']>([
    ['who called', '101'],
    ['who was called', '102'],
  ])('lasts until somebody hangs up: %s', (_who, ends) => {
    const world = quietWorld({ silenceMs: 86_400_000 })
    const desks = { '101': openDesk(world, '101'), '102': openDesk(world, '102') }
    callInner(world, desks['101'], '102')
    live(world, 3_600_000)
    expect(desks['101'].events()).toEqual([
      'AgentState_Busy',
      'AgentEvent_Customer_Alerting',
      'AgentEvent_Talking',
    ])
    expect(desks['102'].events()).toEqual(['AgentState_Busy', 'AgentEvent_Auto_Answer', 'AgentEvent_Talking'])
    hangUp(world, desks[ends])
    for (const desk of Object.values(desks)) {
      expect(desk.events()).toEqual([
        'AgentEvent_Call_Release',
        'AgentEvent_Customer_Release',
        'AgentState_Ready',
      ])
    }
    expect(world.calls.size).toBe(0)
  })
})

describe('help by a colleague', () => {
  it('needs a call: 200-018', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    const help = askForHelp(world, desk, { to: { agentId: '102' }, isOfThree: false, callData: '' })
    expect(codeOf(help)).toBe('200-018')
  })

  it('fails in a queue where nobody is free; the caller is on hold, and is taken back', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    const call = conversation(world, desk)
    expect(askForHelp(world, desk, { to: { skillId: 2 }, isOfThree: false, callData: '' }).ok).toBe(true)
    expect(desk.events()).toEqual(['AgentEvent_Hold', 'AgentEvent_Consult_Fail'])
    expect(retrieveCall(world, desk).ok).toBe(true)
    expect([call.isHeld, desk.events()]).toEqual([false, ['AgentEvent_Talking']])
  })

  it('of three: all talk, and the caller stays with the colleague when the agent leaves', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    const call = conversation(world, desk)
    const colleague = openDesk(world, '102', {}, [])
    askForHelp(world, desk, { to: { agentId: '102' }, isOfThree: true, callData: '' })
    live(world, 100)
    expect(desk.events()).toEqual([
      'AgentEvent_Hold',
      'AgentEvent_Customer_Alerting',
      'AgentEvent_Talking',
      'AgentEvent_Conference',
    ])
    hangUp(world, desk)
    expect(desk.events().at(-1)).toBe('AgentState_Ready')
    expect([...world.calls.keys()]).toEqual([call.callid])
    expect([call.place, colleague.presence.state]).toMatchObject([
      { kind: 'talking', agentId: '102' },
      { name: 'talking', callid: call.callid },
    ])
    live(world, 100_000)
    expect([colleague.events().at(-1), world.calls.size]).toEqual(['AgentState_Ready', 0])
  })
})
