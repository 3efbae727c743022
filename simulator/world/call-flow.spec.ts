import { describe, expect, it } from 'vitest'
import { live, openDesk, quietWorld, takeEvents } from '../testing/world-fixture.ts'
import { settle } from './advance.ts'
import { tableTwoStatus } from './agent.ts'
import { answerCall, liftPhone, rejectOnPhone } from './call-flow.ts'
import { endPresence } from './presence.ts'
import { placeCall, waitingCalls } from './queues.ts'
import { releaseCall } from './release.ts'
import type { SignInRequest } from './presence.ts'
import type { Call } from './call.ts'
import type { World, WorldOptions } from './world.ts'

function callFor(world: World, wish: { skillId?: number; patienceMs?: number } = {}): Call {
  const outcome = placeCall(world, { skillId: 1, caller: '13800000001', origin: 'placed', ...wish })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  settle(world)
  return outcome.value
}

describe('events of an incoming call, in order (protocol 4.6)', () => {
  const RELEASE = ['AgentEvent_Call_Release', 'AgentEvent_Customer_Release']
  const RINGS = ['AgentOther_PhoneAlerting', 'AgentOther_PhoneOffhook']

  it.each<[name: string, sign: Partial<SignInRequest>, world: Partial<WorldOptions>, events: string[]]>([
    [
      'always off-hook, to idle',
      {},
      {},
      ['AgentState_Busy', 'AgentEvent_Auto_Answer', 'AgentEvent_Talking', ...RELEASE, 'AgentState_Ready'],
    ],
    [
      'always off-hook, to wrap-up',
      { autoEnterIdle: false },
      {},
      ['AgentState_Busy', 'AgentEvent_Auto_Answer', 'AgentEvent_Talking', ...RELEASE, 'AgentState_Work'],
    ],
    [
      'non-always-off-hook, lenient, to idle',
      { releasePhone: true },
      {},
      [
        'AgentState_Busy',
        ...RINGS,
        'AgentEvent_Auto_Answer',
        'AgentEvent_Talking',
        ...RELEASE,
        'AgentOther_PhoneRelease',
        'AgentState_Ready',
      ],
    ],
    [
      'non-always-off-hook, strict: wrap-up although idle was asked for',
      { releasePhone: true },
      { isOffHookStrict: true },
      [
        'AgentState_Busy',
        ...RINGS,
        'AgentEvent_Auto_Answer',
        'AgentEvent_Talking',
        ...RELEASE,
        'AgentOther_PhoneRelease',
        'AgentState_Work',
      ],
    ],
    [
      'always off-hook, strict: by choice',
      {},
      { isOffHookStrict: true },
      ['AgentState_Busy', 'AgentEvent_Auto_Answer', 'AgentEvent_Talking', ...RELEASE, 'AgentState_Ready'],
    ],
  ])('%s', (_name, sign, options, events) => {
    const world = quietWorld(options)
    const desk = openDesk(world, '101', sign)
    callFor(world)
    live(world, 100_000)
    expect(desk.events()).toEqual(events)
  })

  it('walks through the platform states 2, 3, 5', () => {
    const world = quietWorld()
    const { presence } = openDesk(world, '101', { releasePhone: true })
    callFor(world)
    const seen = [tableTwoStatus(presence)]
    for (const ms of [100, 1000]) {
      live(world, ms)
      seen.push(tableTwoStatus(presence))
    }
    expect(seen).toEqual([2, 3, 5])
  })

  it('reports a linked phone beside the ordinary events', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', { releasePhone: true, phoneLinkage: true })
    callFor(world)
    live(world, 100_000)
    const states = takeEvents(desk.session)
      .filter(({ eventType }) => eventType === 'AgentEvent_linkagePhoneStatus')
      .map(({ content }) => content)
    expect(states).toEqual([{ result: 5 }, { result: 0 }, { result: 1 }])
  })
})

describe('manual answer', () => {
  it('rings until the agent answers', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', { autoAnswer: false })
    expect(answerCall(world, desk.agent, desk.presence)).toMatchObject({ refusal: { retcode: '200-002' } })
    callFor(world)
    live(world, 100)
    expect(desk.events()).toEqual(['AgentState_Busy', 'AgentEvent_Ringing', 'AgentEvent_Customer_Alerting'])
    expect(answerCall(world, desk.agent, desk.presence).ok).toBe(true)
    expect(desk.events()).toEqual(['AgentEvent_Talking'])
    live(world, 60_000)
    expect(desk.events().at(-1)).toBe('AgentState_Ready')
  })

  it('gives the call back and makes the agent busy with reason 2 when nobody answers', () => {
    const world = quietWorld()
    const { session, presence } = openDesk(world, '101', { autoAnswer: false })
    const call = callFor(world)
    live(world, 100 + 20_000)
    expect(takeEvents(session).slice(-2)).toMatchObject([
      { eventType: 'AgentEvent_No_Answer', content: call.callid },
      { eventType: 'AgentState_SetNotReady_Success', content: { reason: '2' } },
    ])
    expect(presence.state).toEqual({ name: 'busy', reason: 2 })
    expect(waitingCalls(world, 1)).toEqual([call])
  })
})

describe('the linked phone', () => {
  it.each<[why: string, sign: Partial<SignInRequest>, rings: boolean]>([
    ['is not linked', { releasePhone: true }, true],
    ['does not ring', { releasePhone: true, phoneLinkage: true }, false],
    ['is always off-hook', { phoneLinkage: true }, true],
  ])('that %s is neither lifted nor hung up: 100-007', (_why, sign, rings) => {
    const world = quietWorld()
    const { agent, presence } = openDesk(world, '101', sign)
    if (rings) callFor(world)
    live(world, 100)
    for (const command of [liftPhone, rejectOnPhone]) {
      expect(command(world, agent, presence)).toMatchObject({ refusal: { retcode: '100-007' } })
    }
  })

  it('is lifted before the agent would have done so', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', { releasePhone: true, phoneLinkage: true })
    callFor(world)
    live(world, 100)
    expect(liftPhone(world, desk.agent, desk.presence).ok).toBe(true)
    expect(desk.events().filter((name) => !name.includes('linkage'))).toEqual([
      'AgentState_Busy',
      'AgentOther_PhoneAlerting',
      'AgentOther_PhoneOffhook',
      'AgentEvent_Auto_Answer',
      'AgentEvent_Talking',
    ])
    live(world, 2000)
    expect(desk.events()).toEqual([])
  })

  it('rejects the call: it waits again, and the agent is busy with reason 7', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', { releasePhone: true, phoneLinkage: true })
    const call = callFor(world)
    live(world, 100)
    desk.events()
    expect(rejectOnPhone(world, desk.agent, desk.presence).ok).toBe(true)
    expect(desk.events().filter((name) => !name.includes('linkage'))).toEqual([
      'AgentOther_PhoneRelease',
      'AgentEvent_No_Answer',
      'AgentState_SetNotReady_Success',
    ])
    expect(desk.presence.state).toEqual({ name: 'busy', reason: 7 })
    expect(waitingCalls(world, 1)).toEqual([call])
  })
})

describe('wrap-up after a call', () => {
  it('ends by the limit', () => {
    const world = quietWorld({ wrapUpLimitMs: 5000 })
    const desk = openDesk(world, '101', { autoEnterIdle: false })
    releaseCall(world, callFor(world), 'caller')
    callFor(world)
    live(world, 60_100)
    expect(desk.presence.state.name).toBe('work')
    live(world, 4999)
    expect(desk.presence.state.name).toBe('work')
    live(world, 1)
    expect(desk.events().at(-1)).toBe('AgentState_Ready')
  })

  it('has no limit by default', () => {
    const world = quietWorld({ silenceMs: 86_400_000 })
    const desk = openDesk(world, '101', { autoEnterIdle: false })
    callFor(world)
    live(world, 3_600_000)
    expect(desk.presence.state.name).toBe('work')
  })
})

describe('ends that come too early', () => {
  it('an offered call whose caller hangs up leaves the agent idle, not in wrap-up', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', { autoEnterIdle: false })
    const call = callFor(world)
    releaseCall(world, call, 'caller')
    expect(desk.events().at(-1)).toBe('AgentState_Ready')
    expect(world.calls.size).toBe(0)
  })

  it('an offered call goes back to its queue when the agent leaves', () => {
    const world = quietWorld()
    const { agent } = openDesk(world)
    const call = callFor(world)
    endPresence(world, agent, 'silent')
    expect(waitingCalls(world, 1)).toEqual([call])
  })

  it('a conversation ends when the agent leaves', () => {
    const world = quietWorld()
    const { agent } = openDesk(world)
    callFor(world)
    live(world, 100)
    endPresence(world, agent, 'silent')
    expect(world.calls.size).toBe(0)
  })

  it('an impatient caller hangs up', () => {
    const world = quietWorld()
    callFor(world, { patienceMs: 3000 })
    live(world, 2999)
    expect(world.calls.size).toBe(1)
    live(world, 1)
    expect(world.calls.size).toBe(0)
    expect(waitingCalls(world, 1)).toEqual([])
  })
})
