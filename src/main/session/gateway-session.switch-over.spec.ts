import { beforeEach, describe, expect, it } from 'vitest'
import type { GatewayError } from '../gateway/gateway-error.ts'
import { settle } from '../time/testing/manual-clock.ts'
import { setUpSession } from './testing/session-fixture.ts'

type Fixture = ReturnType<typeof setUpSession>

const moved = (retcode = '000-004'): GatewayError => ({ kind: 'switch-over', retcode, message: '' })
const notSent = { ok: false, error: { kind: 'aborted', wasSent: false } } as const

describe('GatewaySession, moved to another server', () => {
  let gateway: Fixture['gateway']
  let clock: Fixture['clock']
  let phases: Fixture['phases']
  let catchUp: Fixture['catchUp']
  let session: Fixture['session']
  let signIn: Fixture['signIn']

  beforeEach(async () => {
    ;({ gateway, clock, phases, catchUp, session, signIn } = setUpSession())
    await signIn()
  })

  const busy = () => session.command((api, id) => api.sayBusy(id))

  describe('does not send a command again', () => {
    it.each<GatewayError>([
      { kind: 'timed-out' },
      { kind: 'cut' },
      { kind: 'unreachable', detail: '' },
      { kind: 'untrusted-certificate', detail: '' },
      { kind: 'malformed', detail: '' },
      { kind: 'http-status', status: 503 },
      { kind: 'refused', reason: 'platform-unavailable', retcode: '999-001', message: '' },
      { kind: 'session-gone', retcode: '100-006', message: '' },
      { kind: 'session-gone', retcode: '000-003', message: '' },
      { kind: 'sign-in-again', retcode: '105-001', message: '' },
    ])('after $kind', async (error) => {
      gateway.failNext('sayBusy', error)
      expect((await busy()).ok).toBe(false)
      await clock.advance(60_000)
      expect(gateway.called('sayBusy')).toHaveLength(1)
    })

    it('when the session has ended meanwhile', async () => {
      gateway.failNext('sayBusy', moved())
      const command = busy()
      await settle()
      gateway.emit({ type: 'shutdown', loginTime: null })
      await settle()
      expect(await command).toEqual(notSent)
      expect(clock.pendingTimers).toBe(0)
      await clock.advance(60_000)
      expect(gateway.called('sayBusy')).toHaveLength(1)
    })

    it('when a gap was found meanwhile: its moment is over', async () => {
      gateway.failNext('sayBusy', moved())
      const command = busy()
      await settle()
      session.gapFound(clock.now() - 300_000, 'sleep')
      expect(await command).toEqual(notSent)
      await clock.advance(60_000)
      expect(session.state.phase).toBe('online')
      expect(gateway.called('sayBusy')).toHaveLength(1)
    })

    it.each<GatewayError>([{ kind: 'timed-out' }, { kind: 'cut' }, moved()])(
      'when the session is in doubt by then, because a poll failed ($kind)',
      async (error) => {
        gateway.failNext('sayBusy', moved(), moved())
        const command = busy()
        await settle()
        gateway.failPoll(error)
        gateway.failNext('configuredSkills', ...Array.from({ length: 9 }, () => ({ kind: 'cut' }) as const))
        await clock.advance(2_000)
        expect(session.state.phase).toBe('doubtful')
        expect(gateway.called('sayBusy')).toHaveLength(1)
        expect(await command).toEqual(notSent)
        gateway.emit({ type: 'rest-over' })
        await clock.advance(60_000)
        expect(session.state.phase).toBe('online')
        expect(gateway.called('sayBusy')).toHaveLength(1)
      },
    )

    it('while what was missed is still read, nor any that waited behind it', async () => {
      gateway.failNext('sayBusy', moved())
      const command = busy()
      const next = session.command((api, id) => api.sayIdle(id))
      await settle()
      catchUp.isHeld = true
      gateway.failPoll({ kind: 'cut' })
      await clock.advance(2_000)
      expect(session.state).toMatchObject({ phase: 'recovering', step: 'reading' })
      expect(gateway.called('sayBusy')).toHaveLength(1)
      expect([await command, await next]).toEqual([notSent, notSent])
      expect(gateway.called('sayIdle')).toHaveLength(0)
    })

    it('when a sign-out is asked, which is sent at once', async () => {
      gateway.failNext('sayBusy', moved())
      const command = busy()
      await settle()
      expect((await session.signOut(false, 'signed-out-by-user')).ok).toBe(true)
      expect(await command).toEqual(notSent)
      expect(gateway.calls.map(({ method }) => method)).toEqual(['signIn', 'sayBusy', 'signOut'])
    })

    it('when its answer comes only after the sign-out was asked', async () => {
      gateway.hold('sayBusy')
      gateway.failNext('sayBusy', moved())
      const command = busy()
      await settle()
      const signingOut = session.signOut(false, 'signed-out-by-user')
      await settle()
      gateway.held[0]!.release()
      expect(await command).toEqual(notSent)
      expect((await signingOut).ok).toBe(true)
    })

    it('at quit', async () => {
      gateway.failNext('sayBusy', moved())
      const command = busy()
      await settle()
      await session.dispose()
      expect(await command).toEqual(notSent)
      expect(clock.pendingTimers).toBe(0)
      expect(gateway.called('sayBusy')).toHaveLength(1)
    })
  })

  it.each(['000-004', '105-002', '105-003'])(
    'sends a command again after %s, in one to two seconds',
    async (code) => {
      gateway.failNext('sayBusy', moved(code))
      const command = busy()
      await clock.advance(999)
      expect(gateway.called('sayBusy')).toHaveLength(1)
      await clock.advance(1_001)
      expect(await command).toEqual({ ok: true, value: null })
      expect(gateway.called('sayBusy')).toHaveLength(2)
    },
  )

  it('waits and repeats while the agent is moved to another server', async () => {
    gateway.failNext('sayBusy', moved(), moved())
    const command = busy()
    await clock.advance(1400)
    expect(gateway.called('sayBusy')).toHaveLength(1)
    await clock.advance(5000)
    expect((await command).ok).toBe(true)
    expect(gateway.called('sayBusy')).toHaveLength(3)
  })

  it('gives a switch-over up after a while, and says so', async () => {
    gateway.failNext('sayBusy', ...Array.from({ length: 20 }, () => moved()))
    const command = busy()
    await clock.advance(30_000)
    expect(await command).toEqual({ ok: false, error: moved() })
    expect(gateway.called('sayBusy')).toHaveLength(6)
  })

  it('lets no other command overtake the one that is sent again', async () => {
    gateway.failNext('sayBusy', moved(), moved())
    const first = busy()
    const second = session.command((api, id) => api.sayIdle(id))
    await clock.advance(10_000)
    expect((await first).ok && (await second).ok).toBe(true)
    expect(gateway.calls.map(({ method }) => method)).toEqual([
      'signIn',
      'sayBusy',
      'sayBusy',
      'sayBusy',
      'sayIdle',
    ])
    expect(gateway.mostCommandsAtOnce).toBe(1)
  })

  it('sends a command again when a doubt came and went in the pause', async () => {
    gateway.failNext('sayBusy', moved())
    const command = busy()
    await settle()
    gateway.failPoll({ kind: 'cut' })
    await clock.advance(300)
    gateway.emit({ type: 'rest-over' })
    await clock.advance(500)
    expect(session.state.phase).toBe('online')
    await clock.advance(1_200)
    expect(await command).toEqual({ ok: true, value: null })
    expect(gateway.called('sayBusy')).toHaveLength(2)
  })

  it('sends queries again as well', async () => {
    gateway.failNext('agentStatus', moved())
    const query = session.query((api, id) => api.agentStatus(id))
    await clock.advance(2_000)
    expect((await query).ok).toBe(true)
  })

  it('is in doubt while polls are answered so, and comes back with everything read anew', async () => {
    gateway.failPoll(moved())
    gateway.failPoll(moved('105-002'))
    gateway.failPoll(moved('105-003'))
    gateway.failNext('configuredSkills', moved())
    await settle()
    expect(session.state).toMatchObject({ phase: 'doubtful', error: { retcode: '000-004' }, failures: 1 })
    await clock.advance(5_000)
    expect(session.state).toMatchObject({ phase: 'doubtful', error: { retcode: '105-003' }, failures: 3 })
    gateway.emit({ type: 'rest-over' })
    await clock.advance(10_000)
    expect(phases).toEqual(['signing-in', 'online', 'doubtful', 'recovering', 'online'])
    expect(catchUp.times).toBe(1)
  })

  it('ends when the poll says that the switch-over failed', async () => {
    gateway.failPoll(moved())
    gateway.failPoll({ kind: 'sign-in-again', retcode: '105-005', message: '' })
    await clock.advance(5_000)
    expect(session.state).toMatchObject({ phase: 'ended', ended: { cause: 'switch-over-failed' } })
  })

  it('sends a sign-out again, too', async () => {
    gateway.failNext('signOut', moved())
    const signingOut = session.signOut(false, 'signed-out-by-user')
    await clock.advance(2_000)
    expect(await signingOut).toEqual({ ok: true, value: null })
    expect(gateway.called('signOut')).toHaveLength(2)
    expect(clock.pendingTimers).toBe(0)
  })

  it('closes, but says so, when the sign-out is never carried out', async () => {
    gateway.failNext('signOut', ...Array.from({ length: 6 }, () => moved()))
    const signingOut = session.signOut(false, 'signed-out-by-user')
    await clock.advance(20_000)
    expect(await signingOut).toMatchObject({ error: { reason: 'switch-over' } })
    expect(session.state.phase).toBe('signed-out')
    expect(gateway.called('signOut')).toHaveLength(6)
  })
})
