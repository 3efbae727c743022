import { describe, expect, it } from 'vitest'
import { live, openDesk, quietWorld, type Desk } from '../testing/world-fixture.ts'
import { settle } from './advance.ts'
import { tableOneStatus, tableTwoStatus } from './agent.ts'
import { cancelBusy, cancelRest, cancelWork, sayBusy, sayFree, sayRest, sayWork } from './agent-state.ts'
import { offerCall } from './call-flow.ts'
import { placeCall } from './queues.ts'
import type { Outcome } from './refusal.ts'
import { resetSkills } from './skill-sign-in.ts'
import type { World } from './world.ts'

type Command = (world: World, desk: Desk) => Outcome
const rest =
  (isProlonged = false): Command =>
  (world, { agent, presence }) =>
    sayRest(world, agent, presence, { reason: 7, durationMs: 30_000, isProlonged })
const busy =
  (reason = 0, isProlonged = false): Command =>
  (world, { agent, presence }) =>
    sayBusy(world, agent, presence, reason, isProlonged)
const plain =
  (command: (world: World, agent: Desk['agent'], presence: Desk['presence']) => Outcome): Command =>
  (world, { agent, presence }) =>
    command(world, agent, presence)

const COMMANDS = {
  sayfree: plain(sayFree),
  saybusy: busy(),
  'saybusy 210 prolong': busy(210, true),
  'saybusy 210': busy(210),
  cancelbusy: plain(cancelBusy),
  work: plain(sayWork),
  cancelwork: plain(cancelWork),
  rest: rest(),
  'rest prolong': rest(true),
  cancelrest: plain(cancelRest),
} as const

/** Brings an idle agent into a state by the commands themselves. */
const REACH: Readonly<Record<string, (world: World, desk: Desk) => void>> = {
  idle: () => undefined,
  busy: (world, desk) => void busy()(world, desk),
  work: (world, desk) => void COMMANDS.work(world, desk),
  rest: (world, desk) => void rest()(world, desk),
  talking: (world, { agent, presence }) => {
    const call = placeCall(world, { skillId: 1, caller: '1', origin: 'placed' })
    if (call.ok) offerCall(world, call.value, agent, presence)
    live(world, 100)
  },
}

function deskIn(state: string): { world: World; desk: Desk } {
  const world = quietWorld()
  const desk = openDesk(world)
  REACH[state]?.(world, desk)
  expect(desk.presence.state.name).toBe(state)
  desk.events()
  return { world, desk }
}

describe('refused state changes', () => {
  it.each<[from: string, command: keyof typeof COMMANDS]>([
    ['idle', 'cancelbusy'],
    ['idle', 'cancelwork'],
    ['idle', 'cancelrest'],
    ['busy', 'saybusy'],
    ['busy', 'saybusy 210'],
    ['busy', 'cancelwork'],
    ['busy', 'cancelrest'],
    ['work', 'work'],
    ['work', 'cancelbusy'],
    ['work', 'cancelrest'],
    ['rest', 'sayfree'],
    ['rest', 'saybusy'],
    ['rest', 'work'],
    ['rest', 'rest'],
    ['talking', 'sayfree'],
    ['talking', 'cancelbusy'],
    ['talking', 'cancelwork'],
    ['talking', 'cancelrest'],
  ])('from %s, %s: 100-009, no event, nothing changes', (from, command) => {
    const { world, desk } = deskIn(from)
    expect(COMMANDS[command](world, desk)).toMatchObject({ ok: false, refusal: { retcode: '100-009' } })
    expect(desk.events()).toEqual([])
    expect(desk.presence.state.name).toBe(from)
  })
})

describe('state changes', () => {
  it.each<[from: string, command: keyof typeof COMMANDS, to: string, events: string[]]>([
    ['idle', 'sayfree', 'idle', []],
    ['idle', 'saybusy', 'busy', ['AgentState_SetNotReady_Success']],
    ['idle', 'work', 'work', ['AgentState_SetWork_Success']],
    ['idle', 'rest', 'rest', ['AgentState_SetRest_Success']],
    ['busy', 'sayfree', 'idle', ['AgentState_CancelNotReady_Success']],
    ['busy', 'cancelbusy', 'idle', ['AgentState_CancelNotReady_Success']],
    ['busy', 'saybusy 210 prolong', 'busy', ['AgentState_SetNotReady_Success']],
    ['busy', 'work', 'work', ['AgentState_SetWork_Success']],
    ['busy', 'rest', 'rest', ['AgentState_SetRest_Success']],
    ['work', 'sayfree', 'idle', ['AgentState_CancelWork_Success']],
    ['work', 'cancelwork', 'idle', ['AgentState_CancelWork_Success']],
    ['rest', 'cancelrest', 'idle', ['AgentState_CancelRest_Success']],
    ['rest', 'rest prolong', 'rest', ['AgentState_SetRest_Success']],
  ])('from %s, %s: %s', (from, command, to, events) => {
    const { world, desk } = deskIn(from)
    expect(COMMANDS[command](world, desk).ok).toBe(true)
    expect(desk.events()).toEqual(events)
    expect(desk.presence.state.name).toBe(to)
  })
})

describe('a wish during a call', () => {
  it.each<[command: keyof typeof COMMANDS, to: string, last: string]>([
    ['saybusy', 'busy', 'AgentState_SetNotReady_Success'],
    ['rest', 'rest', 'AgentState_SetRest_Success'],
    ['work', 'work', 'AgentState_Work'],
  ])('%s is noted, and holds after the call', (command, to, last) => {
    const { world, desk } = deskIn('talking')
    expect(COMMANDS[command](world, desk).ok).toBe(true)
    expect(desk.events()).toEqual([])
    live(world, 60_000)
    expect(desk.events()).toEqual(['AgentEvent_Call_Release', 'AgentEvent_Customer_Release', last])
    expect(desk.presence.state.name).toBe(to)
    expect(desk.presence.note).toBeNull()
  })

  it.each<[wish: keyof typeof COMMANDS, takeBack: keyof typeof COMMANDS]>([
    ['saybusy', 'cancelbusy'],
    ['saybusy', 'sayfree'],
    ['rest', 'cancelrest'],
    ['rest', 'sayfree'],
  ])('%s can be taken back by %s', (wish, takeBack) => {
    const { world, desk } = deskIn('talking')
    COMMANDS[wish](world, desk)
    expect(COMMANDS[takeBack](world, desk).ok).toBe(true)
    live(world, 60_000)
    expect(desk.events().at(-1)).toBe('AgentState_Ready')
  })

  it('shows a noted rest as pre-rest', () => {
    const { world, desk } = deskIn('talking')
    COMMANDS.rest(world, desk)
    expect(tableOneStatus(desk.presence)).toBe(9)
  })
})

describe('a wish during wrap-up', () => {
  it('holds when the wrap-up is ended', () => {
    const { world, desk } = deskIn('work')
    COMMANDS.saybusy(world, desk)
    expect(desk.events()).toEqual([])
    COMMANDS.cancelwork(world, desk)
    expect(desk.events()).toEqual(['AgentState_CancelWork_Success', 'AgentState_SetNotReady_Success'])
  })

  it('is overruled by sayfree', () => {
    const { world, desk } = deskIn('work')
    COMMANDS.saybusy(world, desk)
    COMMANDS.sayfree(world, desk)
    expect(desk.events()).toEqual(['AgentState_CancelWork_Success'])
    expect(desk.presence.state.name).toBe('idle')
  })
})

describe('rest', () => {
  it('is reminded of once when its time is over, and goes on', () => {
    const { world, desk } = deskIn('rest')
    live(world, 29_999)
    expect(desk.events()).toEqual([])
    live(world, 60_000)
    expect(desk.events()).toEqual(['AgentState_Rest_Timeout'])
    expect(desk.presence.state.name).toBe('rest')
  })

  it('waits until the agent serves a queue', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', {}, [])
    expect(COMMANDS.rest(world, desk).ok).toBe(true)
    expect(desk.presence.state.name).toBe('idle')
    resetSkills(world, desk.agent, desk.presence, { wanted: [1], phoneLinkage: undefined })
    settle(world)
    expect(desk.events()).toEqual(['AgentState_SetRest_Success'])
  })
})

describe('the status tables', () => {
  it.each([
    ['idle', 4, 1],
    ['busy', 3, 7],
    ['work', 5, 6],
    ['rest', 8, 8],
    ['talking', 7, 5],
  ])('%s is %i in table 1 and %i in table 2', (state, one, two) => {
    const { presence } = deskIn(state).desk
    expect([tableOneStatus(presence), tableTwoStatus(presence)]).toEqual([one, two])
  })

  it('signed out is 2 and 0', () => {
    expect([tableOneStatus(null), tableTwoStatus(null)]).toEqual([2, 0])
  })
})
