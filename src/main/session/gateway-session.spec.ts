import { beforeEach, describe, expect, it } from 'vitest'
import { FakeGateway } from '../gateway/testing/fake-gateway.ts'
import { settle } from '../time/testing/manual-clock.ts'
import { request, setUpSession } from './testing/session-fixture.ts'

type Fixture = ReturnType<typeof setUpSession>

describe('GatewaySession', () => {
  let gateway: Fixture['gateway']
  let clock: Fixture['clock']
  let events: Fixture['events']
  let phases: Fixture['phases']
  let catchUp: Fixture['catchUp']
  let session: Fixture['session']
  let signIn: Fixture['signIn']

  beforeEach(() => {
    ;({ gateway, clock, events, phases, catchUp, session, signIn } = setUpSession())
  })

  describe('refuses', () => {
    it('a second sign-in while one is under way, and closes the connection it was given', async () => {
      gateway.hold('signIn')
      const first = session.signIn(gateway, request, false)
      const other = new FakeGateway()
      expect(await session.signIn(other, request, false)).toMatchObject({
        error: { reason: 'sign-in-in-progress' },
      })
      expect(other.calls).toEqual([])
      expect(other.isDisposed).toBe(true)
      gateway.held[0]!.release()
      expect((await first).ok).toBe(true)
    })

    it('commands and queries without a session', async () => {
      const command = await session.command((api, id) => api.setAutoIdle(id, true))
      const query = await session.query((api, id) => api.agentStatus(id))
      expect([command, query]).toEqual([
        { ok: false, error: { kind: 'aborted', wasSent: false } },
        { ok: false, error: { kind: 'aborted', wasSent: false } },
      ])
    })

    it('to sign out when nobody is signed in', async () => {
      expect(await session.signOut(false, 'signed-out-by-user')).toMatchObject({
        error: { code: 'not-connected' },
      })
    })
  })

  it('does not take over another sign-in by itself', async () => {
    gateway.failNext('signIn', {
      kind: 'refused',
      reason: 'already-signed-in',
      retcode: '100-002',
      message: '',
    })
    expect(await session.signIn(gateway, request, false)).toMatchObject({
      error: { reason: 'already-signed-in' },
    })
    expect(gateway.called('forceSignIn')).toEqual([])
    expect(session.state.phase).toBe('signed-out')
    expect(gateway.isDisposed).toBe(true)
  })

  it('takes over when told to', async () => {
    await session.signIn(gateway, request, true)
    expect(gateway.called('signIn')).toEqual([])
    expect(gateway.called('forceSignIn')).toHaveLength(1)
  })

  it('polls at once, one poll at a time, and hands over every event in order', async () => {
    await signIn()
    expect(gateway.pollsUnderWay).toBe(1)
    gateway.emit({ type: 'in-service' }, { type: 'occupied' }, null, { type: 'rest-over' })
    await clock.advance(2000)
    expect(events).toEqual([{ type: 'in-service' }, { type: 'occupied' }, { type: 'rest-over' }])
    expect(gateway.mostPollsAtOnce).toBe(1)
  })

  it('sends commands one after another in the order they were given', async () => {
    await signIn()
    gateway.hold('setAutoIdle')
    const first = session.command((api, id) => api.setAutoIdle(id, true))
    const second = session.command((api, id) => api.sayBusy(id))
    await settle()
    expect(gateway.called('sayBusy')).toEqual([])
    gateway.held[0]!.release()
    expect((await first).ok && (await second).ok).toBe(true)
    expect(gateway.mostCommandsAtOnce).toBe(1)
  })

  it('does not let a query wait for a command', async () => {
    await signIn()
    gateway.hold('setAutoIdle')
    const command = session.command((api, id) => api.setAutoIdle(id, true))
    await settle()
    expect((await session.query((api, id) => api.agentStatus(id))).ok).toBe(true)
    gateway.held[0]!.release()
    await command
  })

  it('ends at once when a command is told that the session is gone, and drops the commands behind it', async () => {
    await signIn()
    gateway.failNext('sayBusy', { kind: 'session-gone', retcode: '100-006', message: '' })
    const lost = session.command((api, id) => api.sayBusy(id))
    const behind = session.command((api, id) => api.sayIdle(id))
    await Promise.all([lost, behind])
    expect(session.state).toMatchObject({ phase: 'ended', ended: { cause: 'not-signed-in' } })
    expect(gateway.called('sayIdle')).toEqual([])
    expect(gateway.isDisposed).toBe(true)
    await clock.advance(60_000)
    expect(gateway.pollsUnderWay).toBe(0)
  })

  it('does not send a command of an ended session under the next one', async () => {
    await signIn()
    gateway.hold('sayBusy')
    const under = session.command((api, id) => api.sayBusy(id))
    const behind = session.command((api, id) => api.sayIdle(id))
    gateway.emit({ type: 'shutdown', loginTime: null })
    await settle()
    const next = new FakeGateway()
    await session.signIn(next, request, false)
    gateway.held[0]!.release()
    expect(await under).toEqual({ ok: false, error: { kind: 'aborted', wasSent: true } })
    expect(await behind).toEqual({ ok: false, error: { kind: 'aborted', wasSent: false } })
    expect([...gateway.called('sayIdle'), ...next.called('sayIdle')]).toEqual([])
  })

  it('sends the next command when one before it has thrown, and tells whoever asked', async () => {
    await signIn()
    const broken = session.command(() => Promise.reject(new Error('broken')))
    const behind = session.command((api, id) => api.sayIdle(id))
    await expect(broken).rejects.toThrow('broken')
    expect((await behind).ok).toBe(true)
  })

  it('does not apply an answer of an ended session to the next one', async () => {
    await signIn()
    gateway.hold('sayBusy')
    const late = session.command((api, id) => api.sayBusy(id))
    await settle()
    gateway.emit({ type: 'shutdown', loginTime: null })
    await settle()
    const next = new FakeGateway()
    await session.signIn(next, request, false)
    gateway.failNext('sayBusy', { kind: 'session-gone', retcode: '100-006', message: '' })
    gateway.held[0]!.release()
    expect(await late).toEqual({ ok: false, error: { kind: 'aborted', wasSent: true } })
    expect(session.state.phase).toBe('online')
  })

  it('is in doubt when a poll fails, keeps trying, and recovers without losing the event', async () => {
    await signIn()
    gateway.failPoll({ kind: 'unreachable', detail: 'refused' })
    await settle()
    expect(session.state).toMatchObject({ phase: 'doubtful', error: { kind: 'unreachable' } })
    gateway.emit({ type: 'rest-over' })
    await clock.advance(10_000)
    expect(session.state.phase).toBe('online')
    expect(events).toEqual([{ type: 'rest-over' }])
    expect(catchUp.times).toBe(1)
    expect(phases).toEqual(['signing-in', 'online', 'doubtful', 'recovering', 'online'])
  })
})
