import { beforeEach, describe, expect, it } from 'vitest'
import type { GatewayError } from '../gateway/gateway-error.ts'
import { setUpSession } from './testing/session-fixture.ts'

type Fixture = ReturnType<typeof setUpSession>

const cut: GatewayError = { kind: 'cut' }
const late: GatewayError = { kind: 'timed-out' }

describe('a question beside the open poll, in doubt', () => {
  let gateway: Fixture['gateway']
  let clock: Fixture['clock']
  let phases: Fixture['phases']
  let session: Fixture['session']
  let signIn: Fixture['signIn']

  beforeEach(async () => {
    ;({ gateway, clock, phases, session, signIn } = setUpSession())
    await signIn()
    phases.splice(0)
  })

  const asked = (): number => gateway.called('configuredSkills').length

  it('is not asked while polls are answered', async () => {
    gateway.emit(null)
    await clock.advance(5_000)
    expect(asked()).toBe(0)
  })

  it('is not asked where the poll is refused at once', async () => {
    for (let failures = 0; failures < 20; failures += 1) gateway.failPoll(cut)
    await clock.advance(5_000)
    expect([session.state.phase, asked()]).toEqual(['doubtful', 0])
  })

  it('proves nothing when it is not answered either', async () => {
    gateway.failPoll(cut)
    gateway.failNext('configuredSkills', { kind: 'unreachable', detail: '' })
    await clock.advance(3_000)
    expect([session.state.phase, asked()]).toEqual(['doubtful', 1])
  })

  it('ends the session when it is told that there is none', async () => {
    gateway.failPoll(cut)
    gateway.failNext('configuredSkills', { kind: 'session-gone', retcode: '100-006', message: '' })
    await clock.advance(3_000)
    expect(session.state).toMatchObject({ phase: 'ended', ended: { cause: 'not-signed-in' } })
    expect(clock.pendingTimers).toBe(0)
  })

  it('proves nothing about a poll that has failed meanwhile', async () => {
    gateway.failPoll(cut)
    gateway.hold('configuredSkills')
    await clock.advance(1_000)
    expect(asked()).toBe(1)
    gateway.failPoll(cut)
    await clock.advance(0)
    gateway.held[0]!.release()
    await clock.advance(0)
    expect(session.state.phase).toBe('doubtful')
  })

  it('is not asked where polls run into their deadline again and again', async () => {
    gateway.failPoll(late)
    await clock.advance(3_000)
    expect([session.state.phase, asked()]).toEqual(['online', 1])
    gateway.failPoll(late)
    await clock.advance(3_000)
    expect([session.state.phase, asked()]).toEqual(['doubtful', 1])
    gateway.emit(null)
    await clock.advance(0)
    expect(session.state.phase).toBe('online')
  })

  it('brings the session back while the poll hangs for want of events', async () => {
    gateway.failPoll(cut)
    await clock.advance(1_500)
    expect(phases).toEqual(['doubtful', 'recovering', 'online'])
    expect(gateway.pollsUnderWay).toBe(1)
    expect(asked()).toBe(1)
  })

  it('leaves no timer behind', async () => {
    gateway.failPoll(cut)
    await clock.advance(400)
    await session.dispose(true)
    expect(clock.pendingTimers).toBe(0)
  })
})
