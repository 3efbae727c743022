import { describe, expect, it } from 'vitest'
import type { AgentState } from '../../shared/domain/agent.ts'
import type { CallAction } from '../../shared/domain/call-control.ts'
import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import { emptyLine } from '../../shared/domain/truth-line.ts'
import { newCall, type CallFacts } from '../agent/call-facts.ts'
import { FakeDesk, snapshotOf } from '../ipc/testing/fake-desk.ts'
import type { SessionState } from '../session/session-state.ts'
import { ManualClock } from '../time/testing/manual-clock.ts'
import { online } from '../tray/testing/tray-build.ts'
import { CommandGuard } from './command-guard.ts'

const usualMs = 600

/** State, call, and how long ago the state was asked for. */
type Where = [state: AgentState, call?: Partial<CallFacts> | null, wishedAgoMs?: number]

function setUp(guardMs = usualMs) {
  const desk = new FakeDesk()
  const clock = new ManualClock()
  const told: number[] = []
  const guard = new CommandGuard({ desk, clock, guardMs: () => guardMs })
  const start = (): void => {
    guard.start()
    guard.subscribe(() => told.push(clock.now()))
  }
  let revision = 0
  const be = (...[state, call = null, wishedAgoMs]: Where): DeskSnapshot =>
    build(state, call, wishedAgoMs === undefined ? null : state, wishedAgoMs)
  const build = (
    state: AgentState,
    call: Partial<CallFacts> | null,
    wished: AgentState | null,
    wishedAgoMs = 0,
  ): DeskSnapshot => {
    const line = {
      ...emptyLine<AgentState>(),
      wished:
        wished === null ? null : { value: wished, at: clock.now() - wishedAgoMs, origin: 'window' as const },
      seen: { value: state, at: clock.now(), by: 'event' as const },
    }
    const present = call === null ? null : { ...newCall('talking', 1), ...call }
    return snapshotOf({ session: online, agentState: { line, since: 1 }, call: present }, ++revision)
  }
  const go = (...where: Where): void => desk.change(be(...where))
  const wish = (state: AgentState, wished: AgentState): void => desk.change(build(state, null, wished))
  const asked = (action: CallAction) => ({
    action,
    at: clock.now(),
    outcome: 'pending' as const,
    error: null,
  })
  return { desk, clock, guard, told, start, go, wish, asked }
}

const signedOut: SessionState = { phase: 'signed-out', ended: null }
/** Without a call, and without a wish for that state. */
function inState(state: AgentState, session: SessionState, revision: number): DeskSnapshot {
  const line = { ...emptyLine<AgentState>(), seen: { value: state, at: 1, by: 'event' as const } }
  return snapshotOf({ session, agentState: { line, since: 1 } }, revision)
}

describe('closed for a moment', () => {
  it.each([
    ['a call arrives', [['idle'], ['talking', { phase: 'arriving' }]]],
    [
      'it rings',
      [
        ['talking', { phase: 'arriving' }],
        ['talking', { phase: 'ringing', callId: '1' }],
      ],
    ],
    ['the caller hangs up', [['talking', { callId: '1' }], ['talking']]],
    ['the agent is idle after a call', [['talking'], ['idle']]],
    ['an inspector changes the state', [['idle'], ['busy']]],
    ['a rest asked for long ago begins', [['idle'], ['rest', null, 60_000]]],
    ['a state asked for five seconds ago comes', [['idle'], ['busy', null, 5_000]]],
    [
      'another call follows whose ID is not told yet',
      [
        ['talking', { callId: '1' }],
        ['talking', { callId: null, beganAt: 2 }],
      ],
    ],
    [
      'another call follows at once',
      [
        ['talking', { callId: '1' }],
        ['talking', { callId: '2' }],
      ],
    ],
  ] as readonly (readonly [string, readonly [Where, Where]])[])('when %s', async (_name, [before, after]) => {
    const { guard, clock, told, start, go } = setUp()
    go(...before)
    start()
    go(...before)
    await clock.advance(20_000)
    expect(guard.isClosed).toBe(false)
    go(...after)
    expect([guard.isClosed, guard.changedAt, told]).toEqual([true, clock.now(), [clock.now()]])
    await clock.advance(usualMs - 1)
    expect(guard.isClosed).toBe(true)
    await clock.advance(1)
    expect(guard.isClosed).toBe(false)
  })

  it('at once, also for whoever asks before the guard was told', () => {
    const { guard, desk, start, go } = setUp()
    start()
    go('idle')
    desk.snapshot = inState('busy', online, 100)
    expect(guard.isClosed).toBe(true)
  })

  it('for a state that changes during a call', async () => {
    const { guard, clock, start, go } = setUp()
    start()
    go('talking', { callId: '1' })
    await clock.advance(20_000)
    go('busy', { callId: '1' })
    expect(guard.isClosed).toBe(true)
  })

  it('for a talk that nothing tells of', () => {
    const { guard, start, go } = setUp()
    start()
    go('idle')
    go('talking')
    expect(guard.isClosed).toBe(true)
  })

  it('no more, once the guard is disposed of', () => {
    const { guard, desk, start } = setUp()
    start()
    guard.dispose()
    expect(desk.listeners.size).toBe(0)
  })

  it('also for another call right after the agent ended one', () => {
    const { guard, start, go, asked } = setUp()
    start()
    go('talking', { callId: '1', asked: asked('release') })
    go('talking', { callId: '2', phase: 'ringing' })
    expect(guard.isClosed).toBe(true)
  })
})

describe('open', () => {
  it('after a state that the agent asked for', async () => {
    const { guard, clock, start, go } = setUp()
    start()
    go('idle')
    await clock.advance(20_000)
    go('busy', null, 4_999)
    expect(guard.isClosed).toBe(false)
  })

  it('also when the event that proves it takes the wish out of the snapshot', async () => {
    const { guard, clock, told, start, go, wish } = setUp()
    start()
    go('idle')
    await clock.advance(20_000)
    wish('idle', 'busy')
    go('busy')
    expect(guard.isClosed).toBe(false)
    // The wish has come true; that it is so again is nobody's wish.
    go('idle')
    go('busy')
    expect(told).toHaveLength(2)
  })

  it('while a rest that was asked for waits for its grant', async () => {
    const { guard, clock, start, go, wish } = setUp()
    start()
    go('busy')
    await clock.advance(20_000)
    wish('busy', 'rest')
    go('rest-requested')
    go('rest')
    expect(guard.isClosed).toBe(false)
  })

  it('after what the agent did with the call himself, at whichever door', async () => {
    const { guard, clock, start, go, asked } = setUp()
    start()
    go('talking', { callId: '1' })
    await clock.advance(20_000)
    go('talking', { callId: '1', asked: asked('hold') })
    go('talking', { callId: '1', phase: 'held' })
    go('talking')
    go('wrap-up')
    expect(guard.isClosed).toBe(false)
  })

  it('while the state becomes known after the sign-in, and once the call has its ID', async () => {
    const { guard, clock, desk, start, go } = setUp()
    start()
    desk.change(snapshotOf({ session: online }, 100))
    go('idle')
    expect(guard.changedAt).toBeNull()
    go('talking', { phase: 'talking' })
    await clock.advance(20_000)
    go('talking', { phase: 'talking', callId: '1' })
    expect(guard.isClosed).toBe(false)
    // An event without it takes nothing away.
    go('talking', { phase: 'talking' })
    expect(guard.isClosed).toBe(false)
  })

  it('while a call that was told becomes the state as well', async () => {
    const { guard, clock, start, go } = setUp()
    start()
    go('idle')
    go('idle', { phase: 'ringing', callId: '1' })
    const arrivedAt = clock.now()
    await clock.advance(usualMs)
    go('talking', { phase: 'ringing', callId: '1' })
    expect([guard.changedAt, guard.isClosed]).toEqual([arrivedAt, false])
  })

  it.each([
    ['out', online, signedOut],
    ['in', signedOut, online],
  ])('while somebody signs %s, though another state is shown', (_way, before, after) => {
    const { guard, desk, start } = setUp()
    start()
    desk.change(inState('busy', before, 1))
    desk.change(inState('idle', after, 2))
    expect(guard.changedAt).toBeNull()
  })

  it('after a change of anything else', () => {
    const { guard, start, go } = setUp()
    start()
    go('idle')
    go('idle')
    expect(guard.changedAt).toBeNull()
  })

  it('when the preference is 0', () => {
    const { guard, start, go } = setUp(0)
    start()
    go('idle')
    go('busy')
    expect([guard.changedAt === null, guard.isClosed]).toEqual([false, false])
  })
})
