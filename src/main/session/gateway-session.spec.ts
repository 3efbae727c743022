import { beforeEach, describe, expect, it } from 'vitest'
import { FakeGateway } from '../gateway/testing/fake-gateway.ts'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import { ManualClock, settle } from '../time/manual-clock.ts'
import { GatewaySession } from './gateway-session.ts'
import type { SessionState } from './session-state.ts'

const request = {
  agentId: '101',
  password: 'p',
  phone: '8101',
  isAlwaysOffHook: true,
  autoIdle: true,
  isLinked: false,
}
const silent = { info: () => undefined, warn: () => undefined }

describe('GatewaySession', () => {
  let gateway: FakeGateway
  let clock: ManualClock
  let session: GatewaySession
  let phases: string[]
  let events: GatewayEvent[]

  beforeEach(() => {
    gateway = new FakeGateway()
    clock = new ManualClock()
    phases = []
    events = []
    session = new GatewaySession({
      clock,
      random: () => 0.5,
      log: silent,
      listener: {
        sessionChanged: (state: SessionState, previous: SessionState) => {
          if (state.phase !== previous.phase) phases.push(state.phase)
        },
        gatewayEvent: (event) => events.push(event),
      },
    })
  })

  async function signIn(): Promise<void> {
    expect(await session.signIn(gateway, request, false)).toEqual({ ok: true, value: null })
    await clock.advance(0)
  }

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

  it('waits and repeats while the agent is moved to another server', async () => {
    await signIn()
    const moving = { kind: 'switch-over', retcode: '000-004', message: '' } as const
    gateway.failNext('sayBusy', moving, moving)
    const command = session.command((api, id) => api.sayBusy(id))
    await clock.advance(1400)
    expect(gateway.called('sayBusy')).toHaveLength(1)
    await clock.advance(5000)
    expect((await command).ok).toBe(true)
    expect(gateway.called('sayBusy')).toHaveLength(3)
  })

  it('gives a switch-over up after a while, and says so', async () => {
    await signIn()
    const moving = { kind: 'switch-over', retcode: '000-004', message: '' } as const
    gateway.failNext('sayBusy', ...Array.from({ length: 20 }, () => moving))
    const command = session.command((api, id) => api.sayBusy(id))
    await clock.advance(30_000)
    expect(await command).toEqual({ ok: false, error: moving })
    expect(gateway.called('sayBusy')).toHaveLength(6)
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
    expect(session.state).toMatchObject({ phase: 'signed-out', ended: { cause: 'not-signed-in' } })
    expect(gateway.called('sayIdle')).toEqual([])
    expect(gateway.isDisposed).toBe(true)
    await clock.advance(60_000)
    expect(gateway.pollsUnderWay).toBe(0)
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

  it('shows an interruption, keeps trying, and recovers', async () => {
    await signIn()
    gateway.failPoll({ kind: 'unreachable', detail: 'refused' })
    await settle()
    expect(session.state).toMatchObject({ phase: 'online', interruption: { error: { kind: 'unreachable' } } })
    gateway.emit({ type: 'rest-over' })
    await clock.advance(10_000)
    expect(session.state).toMatchObject({ phase: 'online', interruption: null })
    expect(events).toEqual([{ type: 'rest-over' }])
  })

  describe('signing out', () => {
    it('ends the session, the poll and the connections', async () => {
      await signIn()
      expect(await session.signOut(false, 'signed-out-by-user')).toEqual({ ok: true, value: null })
      await settle()
      expect(phases).toEqual(['signing-in', 'online', 'signing-out', 'signed-out'])
      expect(gateway.pollsUnderWay).toBe(0)
      expect(gateway.isDisposed).toBe(true)
      expect(clock.pendingTimers).toBe(0)
    })

    it('waits for the command under way and sends none of those behind it', async () => {
      await signIn()
      gateway.hold('sayBusy')
      const under = session.command((api, id) => api.sayBusy(id))
      const behind = session.command((api, id) => api.sayIdle(id))
      const signingOut = session.signOut(false, 'signed-out-by-user')
      await settle()
      expect(gateway.called('signOut')).toEqual([])
      gateway.held[0]!.release()
      await Promise.all([under, behind, signingOut])
      expect(gateway.calls.map((call) => call.method).slice(-2)).toEqual(['sayBusy', 'signOut'])
    })

    it('stays online and keeps polling when refused in a call', async () => {
      await signIn()
      gateway.failNext('signOut', { kind: 'refused', reason: 'in-a-call', retcode: '100-010', message: '' })
      expect(await session.signOut(false, 'signed-out-by-user')).toMatchObject({
        error: { reason: 'in-a-call' },
      })
      expect(session.state.phase).toBe('online')
      expect(gateway.pollsUnderWay).toBe(1)
    })

    it('treats "not signed in" as done', async () => {
      await signIn()
      gateway.failNext('signOut', { kind: 'session-gone', retcode: '100-006', message: '' })
      expect((await session.signOut(false, 'signed-out-by-user')).ok).toBe(true)
    })

    it('closes, but says so, when no answer came', async () => {
      await signIn()
      gateway.failNext('signOut', { kind: 'timed-out' })
      expect(await session.signOut(false, 'signed-out-by-user')).toMatchObject({
        error: { code: 'timed-out' },
      })
      expect(session.state.phase).toBe('signed-out')
    })
  })

  describe('at quit', () => {
    it('signs out', async () => {
      await signIn()
      await session.dispose()
      expect(gateway.called('signOut')).toHaveLength(1)
      expect(session.state).toMatchObject({ ended: { cause: 'signed-out-at-quit' } })
    })

    it('ends a call when it must', async () => {
      await signIn()
      gateway.failNext('signOut', { kind: 'refused', reason: 'in-a-call', retcode: '100-010', message: '' })
      await session.dispose()
      expect(gateway.called('forceSignOut')).toHaveLength(1)
      expect(session.state.phase).toBe('signed-out')
    })

    it('ends a call when a sign-out under way is refused because of it', async () => {
      await signIn()
      gateway.hold('signOut')
      const inCall = { kind: 'refused', reason: 'in-a-call', retcode: '100-010', message: '' } as const
      gateway.failNext('signOut', inCall, inCall)
      const asked = session.signOut(false, 'signed-out-by-user')
      await settle()
      const disposing = session.dispose()
      await settle()
      gateway.held[0]!.release()
      await settle()
      gateway.held[1]?.release()
      await clock.advance(5000)
      await Promise.all([asked, disposing])
      expect(gateway.called('forceSignOut')).toHaveLength(1)
    })

    it('forces the sign-out when the orderly one is not answered, within five seconds', async () => {
      await signIn()
      gateway.hold('signOut')
      const disposing = session.dispose()
      await clock.advance(4000)
      await disposing
      expect(gateway.called('forceSignOut')).toHaveLength(1)
      expect(session.state.phase).toBe('signed-out')
    })

    it('asks for the forced one at once in a call', async () => {
      await signIn()
      await session.dispose(true)
      expect(gateway.called('signOut')).toEqual([])
      expect(gateway.called('forceSignOut')).toHaveLength(1)
    })

    it('accepts no sign-in any more', async () => {
      await session.dispose()
      expect((await session.signIn(gateway, request, false)).ok).toBe(false)
      expect(gateway.called('signIn')).toEqual([])
    })

    it('waits for a sign-in under way and signs that out', async () => {
      gateway.hold('signIn')
      const signing = session.signIn(gateway, request, false)
      const disposing = session.dispose()
      await settle()
      gateway.held[0]!.release()
      await Promise.all([signing, disposing])
      expect(gateway.called('signOut')).toHaveLength(1)
    })
  })
})
