import { beforeEach, describe, expect, it } from 'vitest'
import { address, createFixture, rosterOf, signInInput, type DeskFixture } from './testing/desk-fixture.ts'

describe('Desk', () => {
  let fixture: DeskFixture
  const snapshot = (): DeskFixture['desk']['snapshot'] => fixture.desk.snapshot

  beforeEach(() => {
    fixture = createFixture()
  })

  describe('signing in', () => {
    it('fails without a request when the CA file cannot be used', async () => {
      const result = await fixture.desk.signIn({ ...signInInput, caFile: 'missing.pem' })
      expect(result).toMatchObject({ error: { field: 'caFile', problem: 'not-readable' } })
      expect(fixture.gateway.calls).toEqual([])
      expect(snapshot().session.phase).toBe('signed-out')
    })

    it('keeps nothing of a refused sign-in', async () => {
      fixture.gateway.failNext('signIn', {
        kind: 'refused',
        reason: 'wrong-credentials',
        retcode: '100-004',
        message: '',
      })
      expect(await fixture.desk.signIn(signInInput)).toMatchObject({ error: { reason: 'wrong-credentials' } })
      expect(fixture.settings.current.agentId).toBe('')
    })

    it('keeps who and where for next time, never the password', async () => {
      await fixture.signIn()
      expect(fixture.settings.current).toMatchObject({
        gatewayAddress: address,
        agentId: '101',
        phone: '8101',
      })
      expect(JSON.stringify([fixture.settings.current, snapshot()])).not.toContain('secret')
    })

    it('tells when that could not be kept, and stays signed in', async () => {
      fixture.settings.isFailing = true
      await fixture.signIn()
      expect(snapshot().notices.map((notice) => notice.content.kind)).toContain('settings-not-saved')
      expect(snapshot().session.phase).toBe('online')
    })

    it('does not keep an address that was given for this run only', async () => {
      fixture = createFixture({ run: { gatewayAddress: address } })
      await fixture.signIn()
      expect(fixture.settings.current).toMatchObject({ gatewayAddress: '', agentId: '101' })
    })

    it('keeps nothing of the demo', async () => {
      const demo = { agentId: '101', password: 'x', phone: '8101', appKey: 'k', appSecret: 's' }
      fixture = createFixture({ run: { gatewayAddress: address }, demo })
      expect(snapshot().signIn).toMatchObject({ agentId: '101', demoPassword: 'x' })
      await fixture.signIn()
      expect(fixture.settings.current.agentId).toBe('')
    })
  })

  describe('after sign-in', () => {
    it('sends the kept wishes: the first reset carries the linkage flag', async () => {
      fixture = createFixture({
        settings: {
          wishes: { autoIdle: false, isLinked: true, skills: { mode: 'chosen', skillIds: [1, 5] } },
        },
      })
      await fixture.signIn()
      expect(fixture.gateway.called('signIn')[0]![0]).toMatchObject({ autoIdle: false, isLinked: true })
      expect(fixture.gateway.called('resetSkills')).toEqual([
        ['101', { mode: 'list', skillIds: [1, 5] }, true],
      ])
      expect(fixture.gateway.called('setAutoIdle')).toEqual([['101', false]])
    })

    it('proves the queues from the roster', async () => {
      await fixture.signIn()
      expect(snapshot().skills).toMatchObject({ verdict: 'confirmed', effective: [1, 2, 5] })
    })

    it('reads again what could not be read at the beginning, until it is read', async () => {
      const down = { kind: 'http-status', status: 500 } as const
      fixture.gateway.failNext('vdnSkills', down, down)
      fixture.gateway.failNext('configuredSkills', down)
      await fixture.signIn()
      expect(snapshot()).toMatchObject({ queues: [], skills: { configured: [] } })
      await fixture.clock.advance(900)
      expect(snapshot().skills.configured).toHaveLength(3)
      expect(snapshot().queues).toEqual([])
      await fixture.clock.advance(5000)
      expect(snapshot().queues).toHaveLength(3)
      const before = fixture.gateway.called('vdnSkills').length
      await fixture.clock.advance(120_000)
      expect(fixture.gateway.called('vdnSkills')).toHaveLength(before)
    })

    it('looks twice and then says that the roster shows other queues', async () => {
      fixture.gateway.roster = rosterOf({ 1: ['101'] })
      await fixture.signIn()
      expect(snapshot().notices).toEqual([])
      await fixture.clock.advance(3000)
      expect(snapshot().skills).toMatchObject({ verdict: 'contradicted', effective: [1] })
      expect(snapshot().notices.map((notice) => notice.content.kind)).toEqual(['skills-differ'])
    })

    it('says when the password must be changed before calls come', async () => {
      fixture.gateway.signInAnswer = { ...fixture.gateway.signInAnswer, isPasswordChangeForced: true }
      await fixture.signIn()
      expect(snapshot().notices[0]).toMatchObject({
        severity: 'error',
        content: { kind: 'password-change-forced' },
      })
    })

    it('warns when the password expires soon', async () => {
      fixture.gateway.signInAnswer = { ...fixture.gateway.signInAnswer, passwordDaysLeft: 3 }
      await fixture.signIn()
      expect(snapshot().notices[0]!.content).toEqual({ kind: 'password-expires', days: 3 })
    })

    it('locks the after-call switch without an always-off-hook phone and sends wrap-up', async () => {
      await fixture.signIn({ isAlwaysOffHook: false })
      expect(fixture.gateway.called('setAutoIdle')).toEqual([['101', false]])
      expect(snapshot().afterCall.unavailable).toBe('phone-mode-forbids')
      expect((await fixture.desk.setAfterCall(true, 'window')).ok).toBe(false)
      expect(fixture.gateway.called('setAutoIdle')).toHaveLength(1)
      expect(fixture.settings.current.wishes.autoIdle).toBe(true)
    })
  })

  describe('at the end of a session', () => {
    it('forgets what was accepted and seen, keeps the wishes, and gives the cause', async () => {
      await fixture.signIn()
      await fixture.desk.setLinkage(true, 'window')
      fixture.gateway.emit({ type: 'shutdown', loginTime: null })
      await fixture.settle()
      expect(snapshot().session).toMatchObject({
        phase: 'taken-over',
        ended: { cause: 'shut-down' },
      })
      expect(snapshot().linkage).toMatchObject({ verdict: 'wished', unavailable: 'not-signed-in' })
      expect(snapshot().linkage.line).toMatchObject({ wished: { value: true }, accepted: null, seen: null })
      expect(snapshot().agentState.allowed).toEqual([])
      expect(snapshot().notices[0]!.content).toEqual({
        kind: 'session-ended',
        cause: 'shut-down',
      })
      expect(fixture.desk.roster.agents).toEqual([])
    })

    it('reads the own state no more', async () => {
      await fixture.signIn()
      await fixture.desk.signOut({ force: false })
      const before = fixture.gateway.called('agentStatus').length
      await fixture.clock.advance(600_000)
      expect(fixture.gateway.called('agentStatus')).toHaveLength(before)
    })

    it('says nothing about a sign-out the agent asked for', async () => {
      await fixture.signIn()
      await fixture.desk.signOut({ force: false })
      expect(snapshot().notices).toEqual([])
    })

    it('says when the gateway did not confirm it', async () => {
      await fixture.signIn()
      fixture.gateway.failNext('signOut', { kind: 'unreachable', detail: '' })
      await fixture.desk.signOut({ force: false })
      expect(snapshot().notices.map((notice) => notice.content.kind)).toEqual(['sign-out-unconfirmed'])
    })
  })

  describe('reading lists', () => {
    it('reads nothing that no window shows', async () => {
      await fixture.signIn()
      const lists = (): number => fixture.gateway.calls.filter((call) => call.method !== 'agentStatus').length
      const before = lists()
      await fixture.clock.advance(600_000)
      expect(lists()).toBe(before)
    })

    it('reads the waiting calls while a window shows them, at most 5 queries in any 2 s', async () => {
      await fixture.signIn()
      const count = (): number => fixture.gateway.called('waitingCalls').length
      const begun = fixture.clock.now()
      fixture.desk.watch(1, ['waiting'])
      await fixture.clock.advance(20_000)
      const queries = fixture.gateway.calls.filter(
        ({ method, at }) => at >= begun && (method === 'waitingCalls' || method === 'onlineAgents'),
      )
      expect(queries.length).toBeGreaterThan(10)
      for (const { at: start } of queries) {
        expect(queries.filter(({ at }) => at >= start && at < start + 2000).length).toBeLessThanOrEqual(5)
      }
      fixture.desk.watch(1, [])
      await fixture.clock.advance(5000)
      const stopped = count()
      await fixture.clock.advance(60_000)
      expect(count()).toBe(stopped)
    })

    it('never lets an older roster replace a newer one', async () => {
      await fixture.signIn()
      fixture.gateway.hold('onlineAgents')
      const older = fixture.desk.refreshRoster()
      const newer = fixture.desk.refreshRoster()
      await fixture.clock.advance(3000)
      const [first, second] = fixture.gateway.held
      second!.release()
      expect((await newer).ok).toBe(true)
      first!.release()
      expect(await older).toMatchObject({ error: { code: 'superseded' } })
    })

    it('drops a roster that comes after the session has ended', async () => {
      await fixture.signIn()
      fixture.gateway.hold('onlineAgents')
      const late = fixture.desk.refreshRoster()
      await fixture.clock.advance(3000)
      await fixture.desk.signOut({ force: false })
      fixture.gateway.held[0]!.release()
      expect((await late).ok).toBe(false)
      expect(fixture.desk.roster).toMatchObject({ agents: [], read: { readAt: null, error: null } })
    })

    it('does not invent an empty waiting list when it does not know the queues', async () => {
      const malformed = { kind: 'malformed', detail: '' } as const
      fixture.gateway.failNext('configuredSkills', malformed)
      fixture.gateway.failNext('vdnSkills', malformed)
      fixture.gateway.failNext('onlineAgents', malformed, malformed)
      await fixture.signIn()
      expect(snapshot().skills).toMatchObject({ effective: null, choice: { mode: 'all' } })
      expect(await fixture.desk.refreshWaiting()).toMatchObject({ error: { code: 'malformed-answer' } })
      expect(snapshot().waiting.read).toMatchObject({ readAt: null, error: { code: 'malformed-answer' } })
    })

    it('calls it no failure when the own queues are still being read, and reads on once they are known', async () => {
      fixture.gateway.hold('configuredSkills')
      fixture.gateway.hold('vdnSkills')
      fixture.gateway.hold('onlineAgents')
      const signingIn = fixture.signIn()
      await fixture.clock.advance(0)
      expect(await fixture.desk.refreshWaiting()).toMatchObject({ error: { code: 'superseded' } })
      expect(snapshot().waiting.read).toEqual({ isLoading: true, readAt: null, error: null })
      await signingIn
      for (const held of fixture.gateway.held) held.release()
      await fixture.clock.advance(1000)
      // The roster was asked for in the meantime.
      for (const held of fixture.gateway.held) held.release()
      await fixture.clock.advance(1000)
      expect(snapshot().waiting.read).toMatchObject({ isLoading: false, error: null })
      expect(snapshot().waiting.read.readAt).not.toBeNull()
    })

    it('looks where the gateway said yes and where the roster shows the agent, when they differ', async () => {
      fixture.gateway.roster = rosterOf({ 5: ['101'] })
      await fixture.signIn()
      const choosing = fixture.desk.signInToSkills({ mode: 'chosen', skillIds: [1] }, 'window')
      await fixture.clock.advance(5000)
      await choosing
      expect(snapshot().skills).toMatchObject({ verdict: 'contradicted', effective: [5] })
      await fixture.desk.refreshWaiting()
      expect(fixture.gateway.called('waitingCalls').map(([, skillId]) => skillId)).toEqual([1, 5])
    })

    it('looks into all queues when only their names are known', async () => {
      const malformed = { kind: 'malformed', detail: '' } as const
      fixture.gateway.failNext('configuredSkills', malformed)
      fixture.gateway.failNext('onlineAgents', malformed, malformed)
      await fixture.signIn()
      expect((await fixture.desk.refreshWaiting()).ok).toBe(true)
      expect(fixture.gateway.called('waitingCalls').map(([, skillId]) => skillId)).toEqual([1, 2, 5])
    })

    it('keeps reading while a second window still looks', async () => {
      await fixture.signIn()
      fixture.desk.watch(1, ['roster'])
      fixture.desk.watch(2, ['roster'])
      fixture.desk.watch(1, [])
      const before = fixture.gateway.called('onlineAgents').length
      await fixture.clock.advance(20_000)
      expect(fixture.gateway.called('onlineAgents').length).toBeGreaterThan(before)
    })

    it('keeps the last roster when a reading fails, with the reason', async () => {
      await fixture.signIn()
      await fixture.desk.refreshRoster()
      fixture.gateway.failNext('onlineAgents', { kind: 'malformed', detail: '' })
      expect((await fixture.desk.refreshRoster()).ok).toBe(false)
      expect(fixture.desk.roster.agents.map((agent) => agent.agentId)).toEqual(['101', '102'])
      expect(fixture.desk.roster.read.error).toEqual({ code: 'malformed-answer' })
    })
  })

  it('gives snapshots whose revision only rises', async () => {
    const revisions: number[] = []
    fixture.desk.subscribe((next) => revisions.push(next.revision))
    await fixture.signIn()
    await fixture.desk.setAfterCall(false, 'tray')
    expect(revisions.length).toBeGreaterThan(5)
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b))
    expect(new Set(revisions).size).toBe(revisions.length)
  })

  it('signs out at dispose and leaves no timer', async () => {
    await fixture.signIn()
    fixture.desk.watch(1, ['waiting', 'roster', 'skills'])
    await fixture.clock.advance(10_000)
    await fixture.desk.dispose()
    await fixture.settle()
    expect(fixture.gateway.called('signOut')).toHaveLength(1)
    expect(fixture.clock.pendingTimers).toBe(0)
  })
})
