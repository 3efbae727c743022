import { beforeEach, describe, expect, it } from 'vitest'
import { settle } from '../time/testing/manual-clock.ts'
import { request, setUpSession } from './testing/session-fixture.ts'

type Fixture = ReturnType<typeof setUpSession>

describe('GatewaySession, the end', () => {
  let gateway: Fixture['gateway']
  let clock: Fixture['clock']
  let phases: Fixture['phases']
  let session: Fixture['session']
  let signIn: Fixture['signIn']

  beforeEach(() => {
    ;({ gateway, clock, phases, session, signIn } = setUpSession())
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

    it('does not wait long for a sign-in, and does not go online when its answer comes after all', async () => {
      gateway.hold('signIn')
      const signing = session.signIn(gateway, request, false)
      const disposing = session.dispose()
      await clock.advance(1500)
      await disposing
      expect(session.state.phase).toBe('signed-out')
      expect(gateway.isDisposed).toBe(true)
      gateway.held[0]!.release()
      expect(await signing).toMatchObject({ error: { code: 'superseded' } })
      await clock.advance(10_000)
      expect(phases).toEqual(['signing-in', 'signed-out'])
      expect(gateway.pollsUnderWay).toBe(0)
      expect(clock.pendingTimers).toBe(0)
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
