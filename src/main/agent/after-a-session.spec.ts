import { beforeEach, describe, expect, it } from 'vitest'
import { busyDesk, callIn } from './testing/busy-desk.ts'
import { createFixture, rosterOf, type DeskFixture } from './testing/desk-fixture.ts'

const gone = { kind: 'session-gone', retcode: '100-006', message: '' } as const
const cut = { kind: 'cut' } as const
const unreachable = { kind: 'unreachable', detail: 'X' } as const
const many = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one)
const move = { callId: 'c-1', fromSkillId: 1, toSkillId: 2 } as const

describe('of a session that is over', () => {
  let fixture: DeskFixture
  const snapshot = () => fixture.desk.snapshot
  const looks = (): number => fixture.gateway.called('waitingCalls').length

  beforeEach(async () => {
    fixture = await busyDesk()
  })

  /** Timers that wait when nothing was under way: what was typed is forgotten some day. */
  async function usualTimers(): Promise<number> {
    const quiet = createFixture()
    await quiet.signIn()
    quiet.gateway.failPoll(gone)
    await quiet.clock.advance(1)
    return quiet.clock.pendingTimers
  }

  async function end(): Promise<void> {
    fixture.gateway.failPoll(gone)
    await fixture.clock.advance(1)
    expect(snapshot().session.phase).toBe('ended')
  }

  /** A missed call, in a gap worth a report. */
  async function missCall(): Promise<void> {
    const from = fixture.clock.now()
    await fixture.clock.advance(90_000)
    fixture.gateway.emit(
      { type: 'ringing', callId: 'c-1', caller: '777', isAutoAnswer: false },
      { type: 'no-answer', callId: 'c-1' },
    )
    fixture.desk.gapFound({ from, cause: 'sleep' })
    await fixture.clock.advance(3_000)
    expect(snapshot().absence?.changes).toContainEqual({ kind: 'call-missed', caller: '777' })
  }

  describe('the report of an absence', () => {
    it('goes with the own sign-out', async () => {
      await missCall()
      await fixture.desk.signOut({ force: false }, 'window')
      expect(snapshot().absence).toBeNull()
    })

    it('goes when another agent signs in', async () => {
      await missCall()
      await end()
      expect(snapshot().absence).not.toBeNull()
      await fixture.signIn({ agentId: '102' })
      expect(snapshot().absence).toBeNull()
    })

    it('stays for the agent it is about', async () => {
      await missCall()
      await end()
      await fixture.signIn()
      expect(snapshot().absence?.changes).toContainEqual({ kind: 'call-missed', caller: '777' })
    })
  })

  describe('the notices about calls and wishes', () => {
    const kinds = (): readonly string[] => snapshot().notices.map(({ content }) => content.kind)

    beforeEach(async () => {
      fixture.gateway.emit(
        { type: 'ringing', callId: 'c-1', caller: '777', isAutoAnswer: false },
        { type: 'no-answer', callId: 'c-1' },
      )
      await fixture.clock.advance(1)
      expect(kinds()).toContain('call-missed')
    })

    it('go with the own sign-out', async () => {
      await fixture.desk.signOut({ force: false }, 'window')
      expect(kinds()).not.toContain('call-missed')
    })

    it('go when another agent signs in', async () => {
      await end()
      expect(kinds()).toContain('call-missed')
      await fixture.signIn({ agentId: '102' })
      expect(kinds()).not.toContain('call-missed')
    })

    it('stay for the agent they are about', async () => {
      await end()
      await fixture.signIn()
      expect(kinds()).toContain('call-missed')
    })
  })

  describe('a transfer', () => {
    it('is no business of another agent', async () => {
      const transferring = fixture.desk.transferWaitingCall(move, 'window')
      await fixture.clock.advance(5_000)
      await transferring
      expect(snapshot().waiting.receipts).toHaveLength(1)
      await end()
      await fixture.signIn({ agentId: '102' })
      expect(snapshot().waiting.receipts).toEqual([])
    })

    it('that was undecided is looked for no more', async () => {
      fixture.gateway.failNext('transferWaitingCall', cut)
      fixture.gateway.failNext('waitingCalls', ...many(3, unreachable))
      const transferring = fixture.desk.transferWaitingCall(move, 'window')
      await fixture.clock.advance(100)
      await transferring
      expect(snapshot().waiting.receipts[0]).toMatchObject({ outcome: 'unknown' })
      await end()
      expect(fixture.clock.pendingTimers).toBe(await usualTimers())
    })

    it.each([
      ['before', true],
      ['after', false],
    ])(
      'whose answer comes %s the next sign-in is not looked for by the next agent',
      async (_name, isEarly) => {
        fixture.gateway.hold('transferWaitingCall')
        fixture.gateway.failNext('transferWaitingCall', cut)
        const transferring = fixture.desk.transferWaitingCall(move, 'window')
        await fixture.settle()
        await end()
        if (isEarly) fixture.gateway.held[0]!.release()
        await fixture.settle()
        expect(fixture.clock.pendingTimers).toBe(await usualTimers())
        await fixture.signIn({ agentId: '102' })
        const before = looks()
        if (!isEarly) fixture.gateway.held[0]!.release()
        await fixture.clock.advance(60_000)
        expect(await transferring).toMatchObject({ ok: true, value: { outcome: 'unknown' } })
        // The list itself is read once more after a transfer, whoever waits for it.
        const read = fixture.gateway.called('waitingCalls').slice(before)
        expect(read.length).toBeLessThanOrEqual(isEarly ? 0 : 3)
        fixture.desk.gapFound({ from: fixture.clock.now() - 10, cause: 'sleep' })
        const beforeGap = looks()
        await fixture.clock.advance(10_000)
        expect(looks()).toBe(beforeGap)
      },
    )

    it('that is answered under the next agent asks nothing in his name, and shows him no number', async () => {
      fixture.gateway.waiting.set(1, [callIn(1)])
      await fixture.desk.refreshWaiting()
      expect(snapshot().waiting.calls).toMatchObject([{ caller: '138' }])
      fixture.gateway.hold('transferWaitingCall')
      const transferring = fixture.desk.transferWaitingCall(move, 'window')
      await fixture.settle()
      await end()
      await fixture.signIn({ agentId: '102' })
      const before = fixture.gateway.called('agentStatus').length
      fixture.gateway.held[0]!.release()
      await fixture.settle()
      expect(fixture.gateway.called('agentStatus').slice(before)).toEqual([])
      await fixture.clock.advance(5_000)
      expect(await transferring).toMatchObject({ ok: true, value: { outcome: 'unknown' } })
      const told = snapshot().notices.map(({ content }) => content)
      expect(told).toContainEqual(expect.objectContaining({ kind: 'transfer', caller: null }))
    })
  })

  it('the queues of a transfer are not read on by the next agent, nor believed', async () => {
    fixture.gateway.hold('waitingCalls')
    const transferring = fixture.desk.transferWaitingCall(move, 'window')
    await fixture.settle()
    await end()
    await fixture.signIn({ agentId: '102' })
    fixture.gateway.waiting.set(2, [callIn(2)])
    fixture.gateway.held[0]!.release()
    await fixture.settle()
    expect(snapshot().waiting.receipts).toMatchObject([{ outcome: 'unknown' }])
    // What is read then is the list on the screen, as after every transfer.
    for (let read = 1; read < 6; read += 1) {
      fixture.gateway.held[read]?.release()
      await fixture.clock.advance(1_000)
    }
    expect(await transferring).toMatchObject({ ok: true, value: { outcome: 'unknown' } })
  })

  it('a look into the roster under way leaves no timer behind', async () => {
    fixture.gateway.roster = rosterOf({ 2: ['102'] })
    await fixture.desk.signInToSkills({ mode: 'all' }, 'window')
    await fixture.clock.advance(100)
    const before = fixture.gateway.called('onlineAgents').length
    await end()
    expect(fixture.clock.pendingTimers).toBe(await usualTimers())
    await fixture.clock.advance(10_000)
    expect(fixture.gateway.called('onlineAgents').length).toBe(before)
  })

  it('a state that was accepted is not read again', async () => {
    await fixture.desk.setAgentState({ state: 'idle' }, 'window')
    await end()
    expect(fixture.clock.pendingTimers).toBe(await usualTimers())
  })

  it('what could not be read is not tried again', async () => {
    const refusal = { kind: 'refused', reason: 'no-right', retcode: '300-001', message: '' } as const
    fixture.gateway.failNext('agentStatus', ...many(4, refusal))
    fixture.desk.gapFound({ from: fixture.clock.now() - 10, cause: 'sleep' })
    await fixture.clock.advance(400)
    expect(snapshot().absence?.unread ?? ['state']).toContain('state')
    await end()
    expect(fixture.clock.pendingTimers).toBe(await usualTimers())
  })

  it('a list that was being read is not shown to the next agent', async () => {
    fixture.gateway.hold('waitingCalls')
    const reading = fixture.desk.refreshWaiting()
    await fixture.settle()
    await end()
    await fixture.signIn({ agentId: '102' })
    fixture.gateway.waiting.set(1, [])
    for (const held of fixture.gateway.held) held.release()
    await fixture.clock.advance(10)
    for (const held of fixture.gateway.held) held.release()
    await fixture.clock.advance(10)
    for (const held of fixture.gateway.held) held.release()
    expect(await reading).toMatchObject({ error: { code: 'superseded' } })
    expect(snapshot().waiting.read.readAt).toBeNull()
    expect(fixture.gateway.called('waitingCalls').map(([agentId]) => agentId)).not.toContain('102')
  })

  it('no timer is left after the program has quit', async () => {
    fixture.desk.watch(1, ['waiting', 'roster', 'skills'])
    fixture.gateway.roster = rosterOf({ 2: ['102'] })
    await fixture.desk.setAgentState({ state: 'idle' }, 'window')
    await fixture.desk.setLinkage(true, 'window')
    fixture.gateway.failNext('setAutoIdle', { kind: 'timed-out' })
    void fixture.desk.setAfterCall(true, 'window')
    void fixture.desk.transferWaitingCall(move, 'window')
    await fixture.clock.advance(100)
    expect(fixture.clock.pendingTimers).toBeGreaterThan(3)
    await fixture.desk.dispose()
    await fixture.settle()
    expect(fixture.clock.pendingTimers).toBe(0)
  })
})
