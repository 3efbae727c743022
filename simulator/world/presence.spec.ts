import { describe, expect, it } from 'vitest'
import { live, openDesk, quietWorld, signInRequest, takeEvents } from '../testing/world-fixture.ts'
import { identify, identifyPoll, renewGuid } from './identify.ts'
import { signIn, signOut, type SignInRequest } from './presence.ts'
import { placeCall } from './queues.ts'
import { settle } from './advance.ts'

describe('refused sign-ins', () => {
  it.each<[why: string, agentId: string, wish: Partial<SignInRequest>, retcode: string]>([
    ['a wrong password', '101', { password: 'x' }, '100-004'],
    ['an unknown agent', '999', {}, '100-004'],
    ['no phone', '101', { phone: '' }, '100-013'],
    ['a phone with letters', '101', { phone: '81a1' }, '100-013'],
    ['a phone of more than 24 digits', '101', { phone: '8'.repeat(25) }, '100-013'],
    ['a phone outside the range', '101', { phone: '7101' }, '100-014'],
    ['the phone of somebody who is signed in', '101', { phone: '8102' }, '100-011'],
    ['an agent who is signed in', '102', {}, '100-002'],
  ])('%s', (_why, agentId, wish, retcode) => {
    const world = quietWorld()
    openDesk(world, '102')
    expect(signIn(world, agentId, signInRequest(agentId, wish), false)).toMatchObject({
      ok: false,
      refusal: { retcode },
    })
    expect(world.agents.get('101')?.presence).toBeNull()
  })

  it('a forced one with a wrong password leaves the other session alone', () => {
    const world = quietWorld()
    const desk = openDesk(world)
    expect(signIn(world, '101', signInRequest('101', { password: 'x' }), true).ok).toBe(false)
    expect(desk.agent.presence).toBe(desk.presence)
    expect(desk.events()).toEqual([])
  })
})

describe('signing in', () => {
  it.each<[status: SignInRequest['status'], events: string[]]>([
    ['idle', ['AgentOther_InService', 'AgentState_Ready']],
    ['busy', ['AgentOther_InService', 'AgentState_Ready', 'AgentState_SetNotReady_Success']],
    ['work', ['AgentOther_InService', 'AgentState_Ready', 'AgentState_Work']],
  ])('as %s', (status, events) => {
    const world = quietWorld()
    const outcome = signIn(world, '101', signInRequest('101', { status }), false)
    if (!outcome.ok) throw new Error('refused')
    expect(takeEvents(outcome.value).map(({ eventType }) => eventType)).toEqual(events)
  })

  it.each([
    ['101', 0],
    ['105', 0],
    ['106', 1],
  ])('of agent %s with linkage reports result %i', (agentId, result) => {
    const world = quietWorld()
    const outcome = signIn(world, agentId, signInRequest(agentId, { phoneLinkage: true }), false)
    if (!outcome.ok) throw new Error('refused')
    expect(takeEvents(outcome.value).at(-1)).toMatchObject({
      eventType: 'AgentEvent_linkageCapability',
      content: { result },
    })
  })

  it('by force tells the other session, which is then answered 100-006', () => {
    const world = quietWorld()
    const first = openDesk(world)
    const second = signIn(world, '101', signInRequest('101'), true)
    if (!second.ok) throw new Error('refused')
    expect(second.value.loginTimeMs).toBeGreaterThan(first.session.loginTimeMs)
    expect(identifyPoll(world, '101', first.session.guid).ok).toBe(true)
    expect(takeEvents(first.session)).toEqual([
      {
        eventType: 'AgentOther_ShutdownService',
        workNo: '101',
        content: { loginTime: String(first.session.loginTimeMs) },
      },
    ])
    expect(identifyPoll(world, '101', first.session.guid)).toMatchObject({ refusal: { retcode: '100-006' } })
    expect(identify(world, '101', second.value.guid).ok).toBe(true)
  })
})

describe('signing out', () => {
  it('is refused in a call, unless forced', () => {
    const world = quietWorld()
    const { agent, presence } = openDesk(world)
    placeCall(world, { skillId: 1, caller: '1', origin: 'placed' })
    settle(world)
    expect(signOut(world, agent, presence, false)).toMatchObject({ refusal: { retcode: '100-010' } })
    expect(signOut(world, agent, presence, true).ok).toBe(true)
    expect(agent.presence).toBeNull()
  })
})

describe('the two-minute rule', () => {
  it('signs a silent client out, without an event it could fetch', () => {
    const world = quietWorld()
    const { agent, session } = openDesk(world)
    live(world, 119_999)
    expect(agent.presence).not.toBeNull()
    live(world, 1)
    expect(agent.presence).toBeNull()
    expect(identifyPoll(world, '101', session.guid)).toMatchObject({ refusal: { retcode: '100-006' } })
  })

  it('counts from the last sign of life', () => {
    const world = quietWorld()
    const { agent, session } = openDesk(world)
    live(world, 100_000)
    session.lastSeenMs = world.nowMs
    live(world, 119_999)
    expect(agent.presence).not.toBeNull()
    live(world, 1)
    expect(agent.presence).toBeNull()
  })

  it('spares a client whose poll waits, and colleagues', () => {
    const world = quietWorld({ colleagues: 3 })
    const { agent, session } = openDesk(world)
    session.openPolls = 1
    live(world, 600_000)
    expect(agent.presence).not.toBeNull()
    const colleagues = [...world.agents.values()].filter(({ presence }) => presence?.session === null)
    expect(colleagues).toHaveLength(3)
  })
})

describe('the Guid', () => {
  it.each([
    ['none', undefined],
    ['an empty one', ''],
    ['an invented one', 'guid-99'],
  ])('%s is refused with 000-003', (_name, guid) => {
    const world = quietWorld()
    openDesk(world)
    expect(identify(world, '101', guid)).toMatchObject({ refusal: { retcode: '000-003' } })
  })

  it('of another agent is refused', () => {
    const world = quietWorld()
    openDesk(world)
    const other = openDesk(world, '102')
    expect(identify(world, '101', other.session.guid)).toMatchObject({ refusal: { retcode: '000-003' } })
  })

  it('is answered 100-006 for an agent who is not signed in', () => {
    expect(identify(quietWorld(), '101', 'guid-99')).toMatchObject({ refusal: { retcode: '100-006' } })
  })

  it('stays good for one renewal', () => {
    const world = quietWorld()
    const { session } = openDesk(world)
    const first = session.guid
    renewGuid(world, session)
    const second = session.guid
    expect([first, second].map((guid) => identify(world, '101', guid).ok)).toEqual([true, true])
    renewGuid(world, session)
    expect(identify(world, '101', first)).toMatchObject({ refusal: { retcode: '000-003' } })
    expect(identify(world, '101', second).ok).toBe(true)
  })

  it('renewal can be taken back when nobody got it', () => {
    const world = quietWorld()
    const { session } = openDesk(world)
    const first = session.guid
    renewGuid(world, session)
    const second = session.guid
    const takeBack = renewGuid(world, session)
    takeBack()
    expect([first, second].map((guid) => identify(world, '101', guid).ok)).toEqual([true, true])
  })
})
