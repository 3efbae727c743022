import { beforeEach, describe, expect, it } from 'vitest'
import type { GatewayError } from '../gateway/gateway-error.ts'
import { FakeGateway } from '../gateway/testing/fake-gateway.ts'
import { settle } from '../time/testing/manual-clock.ts'
import { request, setUpSession } from './testing/session-fixture.ts'

type Fixture = ReturnType<typeof setUpSession>

const gone: GatewayError = { kind: 'session-gone', retcode: '100-006', message: '' }
const cut: GatewayError = { kind: 'cut' }

describe('GatewaySession, gaps', () => {
  let gateway: Fixture['gateway']
  let clock: Fixture['clock']
  let phases: Fixture['phases']
  let events: Fixture['events']
  let journal: Fixture['journal']
  let catchUp: Fixture['catchUp']
  let session: Fixture['session']
  let signIn: Fixture['signIn']

  beforeEach(async () => {
    ;({ gateway, clock, phases, events, journal, catchUp, session, signIn } = setUpSession())
    await signIn()
  })

  const sleep = (ms: number): void => session.gapFound(clock.now() - ms, 'sleep')

  /** What was asked before the newest gap is answered: nothing comes of it. */
  async function expectUnheard(older: { release(): void } | undefined): Promise<void> {
    const before = session.state
    older!.release()
    await settle()
    expect(session.state).toBe(before)
  }

  /** The gap is over with this answer. */
  async function expectOver(newest: { release(): void } | undefined, ms = 0): Promise<void> {
    newest!.release()
    await clock.advance(ms)
    expect(session.state.phase).toBe('online')
  }

  it('does nothing when nobody is signed in', async () => {
    await session.signOut(false, 'signed-out-by-user')
    sleep(60_000)
    await clock.advance(1_000)
    expect(session.state.phase).toBe('signed-out')
    expect(gateway.called('configuredSkills')).toEqual([])
  })

  it('refuses commands until everything was read, and lets queries through', async () => {
    catchUp.isHeld = true
    sleep(60_000)
    await clock.advance(1_000)
    expect(session.state).toMatchObject({ phase: 'recovering', step: 'reading' })
    expect(await session.command((api, id) => api.sayBusy(id))).toEqual({
      ok: false,
      error: { kind: 'aborted', wasSent: false },
    })
    expect((await session.query((api, id) => api.agentStatus(id))).ok).toBe(true)
    catchUp.held[0]!.release()
    await settle()
    expect((await session.command((api, id) => api.sayBusy(id))).ok).toBe(true)
  })

  it('drops the connections, checks the session without a poll, fetches events, reads everything', async () => {
    gateway.hold('configuredSkills')
    sleep(60_000)
    await clock.advance(1_000)
    expect([gateway.drops, gateway.called('configuredSkills').length, gateway.pollsUnderWay]).toEqual([
      1, 1, 0,
    ])
    gateway.held[0]!.release()
    await clock.advance(200)
    gateway.emit({ type: 'rest-over' })
    await clock.advance(299)
    expect(session.state).toMatchObject({ phase: 'recovering', step: 'draining' })
    expect(catchUp.times).toBe(0)
    await clock.advance(1)
    expect(events).toEqual([{ type: 'rest-over' }])
    expect(catchUp.times).toBe(1)
    expect(session.state.phase).toBe('online')
  })

  it('tells an event whose answer had arrived before the connections were dropped', async () => {
    gateway.emit({ type: 'rest-over' })
    sleep(60_000)
    await settle()
    expect(events).toEqual([{ type: 'rest-over' }])
    await clock.advance(1_000)
    expect(session.state.phase).toBe('online')
    expect(gateway.mostPollsAtOnce).toBe(1)
  })

  it('believes a shutdown that had arrived before the connections were dropped', async () => {
    gateway.emit({ type: 'shutdown', loginTime: null })
    sleep(60_000)
    await settle()
    expect(session.state).toMatchObject({ phase: 'taken-over', ended: { cause: 'shut-down' } })
  })

  it('believes an end that had arrived before the connections were dropped', async () => {
    // The client forgets the Guid with the end, so that the check would be refused for another reason.
    gateway.failNext('configuredSkills', { kind: 'session-gone', retcode: '000-003', message: '' })
    gateway.failPoll(gone)
    sleep(60_000)
    await clock.advance(1_000)
    expect(session.state).toMatchObject({ phase: 'ended', ended: { cause: 'not-signed-in' } })
  })

  it('does not take an answer of before the gap for a sign of life', async () => {
    gateway.failNext('configuredSkills', gone)
    gateway.hold('configuredSkills')
    await clock.advance(100_000)
    gateway.emit({ type: 'rest-over' })
    sleep(100_000)
    await clock.advance(20_000)
    gateway.held[0]!.release()
    await settle()
    expect(session.state).toMatchObject({ phase: 'ended', ended: { cause: 'silent-too-long' } })
  })

  it.each([
    [119_999, 'not-signed-in'],
    [120_000, 'silent-too-long'],
  ])('says after %d ms of silence that the session is %s', async (ms, cause) => {
    gateway.failNext('configuredSkills', gone)
    await clock.advance(ms)
    sleep(ms)
    await settle()
    expect(session.state).toMatchObject({ phase: 'ended', ended: { cause } })
  })

  it('is in doubt when nobody answers the check, and needs none when the poll answers', async () => {
    gateway.failNext('configuredSkills', { kind: 'unreachable', detail: '' })
    sleep(60_000)
    await settle()
    expect(session.state).toMatchObject({ phase: 'doubtful', gapCause: 'sleep' })
    gateway.emit(null)
    await clock.advance(1_000)
    expect(session.state.phase).toBe('online')
    expect(gateway.called('configuredSkills')).toHaveLength(1)
  })

  it('takes any other answer to the check for a yes', async () => {
    gateway.failNext('configuredSkills', {
      kind: 'refused',
      reason: 'no-right',
      retcode: '104-001',
      message: '',
    })
    sleep(60_000)
    await clock.advance(1_000)
    expect(session.state.phase).toBe('online')
  })

  it.each([
    ['said that the session is gone', gone],
    ['met silence', cut],
    ['was answered', null],
  ])('does not listen to a check of an older gap that %s', async (_name, error) => {
    gateway.hold('configuredSkills')
    sleep(60_000)
    await settle()
    sleep(1_000)
    await settle()
    if (error !== null) gateway.failNext('configuredSkills', error)
    await expectUnheard(gateway.held[0])
    await expectOver(gateway.held[1], 1_000)
  })

  it('does not send the check of a gap that was overtaken before the connections were dropped', async () => {
    sleep(60_000)
    sleep(1_000)
    await clock.advance(1_000)
    expect(gateway.called('configuredSkills')).toHaveLength(1)
    expect(session.state).toMatchObject({ phase: 'online', attempt: 2 })
  })

  it('does not listen to the reading of an older gap', async () => {
    catchUp.isHeld = true
    sleep(60_000)
    await clock.advance(1_000)
    sleep(1_000)
    await clock.advance(1_000)
    expect(session.state).toMatchObject({ phase: 'recovering', step: 'reading', attempt: 2 })
    await expectUnheard(catchUp.held[0])
    await expectOver(catchUp.held[1])
  })

  it('does not listen to the check of an older session', async () => {
    gateway.hold('configuredSkills')
    sleep(60_000)
    await settle()
    gateway.failNext('agentStatus', gone)
    await session.query((api, id) => api.agentStatus(id))
    const next = new FakeGateway()
    next.hold('configuredSkills')
    await session.signIn(next, request, false)
    sleep(1_000)
    await settle()
    expect(session.state).toMatchObject({ phase: 'recovering', step: 'verifying', attempt: 1 })
    await expectUnheard(gateway.held[0])
    await expectOver(next.held[0], 1_000)
  })

  it('does not listen to the reading of an older session', async () => {
    catchUp.isHeld = true
    sleep(60_000)
    await clock.advance(1_000)
    gateway.emit({ type: 'shutdown', loginTime: null })
    await settle()
    await session.signIn(new FakeGateway(), request, false)
    sleep(1_000)
    await clock.advance(1_000)
    expect(session.state).toMatchObject({ phase: 'recovering', step: 'reading', attempt: 1 })
    await expectUnheard(catchUp.held[0])
    await expectOver(catchUp.held[1])
  })

  it('begins anew when the gateway falls silent during the reading', async () => {
    catchUp.failNext(cut, cut)
    sleep(60_000)
    await clock.advance(400)
    expect(session.state).toMatchObject({ phase: 'doubtful', failures: 1, gapCause: 'sleep' })
    gateway.emit(null)
    await clock.advance(400)
    expect(session.state).toMatchObject({ phase: 'doubtful', failures: 2 })
    gateway.emit(null)
    await clock.advance(1_000)
    expect(session.state.phase).toBe('online')
    expect(catchUp.times).toBe(3)
  })

  it('writes down what happened, and why', async () => {
    gateway.failPoll({ kind: 'timed-out' })
    await settle()
    sleep(60_000)
    await settle()
    sleep(1_000)
    await clock.advance(1_000)
    gateway.failPoll(gone)
    await clock.advance(1_000)
    expect(journal.map(({ name, cause, details }) => [details?.from, name, cause])).toEqual([
      ['signed-out', 'signing-in', 'sign-in-asked'],
      ['signing-in', 'online', 'sign-in-accepted'],
      ['online', 'doubtful', 'poll-failed'],
      ['doubtful', 'recovering', 'gap-found'],
      ['recovering', 'recovering', 'gap-found'],
      ['recovering', 'online', 'caught-up'],
      ['online', 'ended', 'not-signed-in'],
    ])
    expect(journal[2]).toMatchObject({ kind: 'transition', details: { error: 'timed-out' } })
    expect(journal[6]).toMatchObject({ details: { error: 'session-gone', retcode: '100-006' } })
    expect(phases.at(-1)).toBe('ended')
  })

  it('goes on behind a sign-out that is refused', async () => {
    gateway.hold('signOut')
    gateway.failNext('signOut', { kind: 'refused', reason: 'in-a-call', retcode: '100-010', message: '' })
    const signingOut = session.signOut(false, 'signed-out-by-user')
    await settle()
    sleep(1_000)
    await clock.advance(1_000)
    expect(session.state).toMatchObject({ phase: 'signing-out', from: { phase: 'online', attempt: 1 } })
    gateway.held[0]!.release()
    expect((await signingOut).ok).toBe(false)
    expect(session.state).toMatchObject({ phase: 'online', attempt: 1 })
    expect(gateway.pollsUnderWay).toBe(1)
  })

  it('leaves no timer behind, in whichever step it is disposed of', async () => {
    for (const step of ['verifying', 'draining', 'reading'] as const) {
      const fixture = setUpSession()
      await fixture.signIn()
      if (step === 'verifying') fixture.gateway.hold('configuredSkills')
      fixture.catchUp.isHeld = true
      fixture.session.gapFound(fixture.clock.now(), 'sleep')
      await fixture.clock.advance(step === 'reading' ? 1_000 : 0)
      expect(fixture.session.state).toMatchObject({ phase: 'recovering', step })
      await fixture.session.dispose()
      expect(fixture.clock.pendingTimers).toBe(0)
      expect(fixture.gateway.pollsUnderWay).toBe(0)
    }
  })
})
