import { beforeEach, describe, expect, it } from 'vitest'
import { busyDesk, comeBack, fallSilent } from './testing/busy-desk.ts'
import { createFixture, type DeskFixture } from './testing/desk-fixture.ts'

const cut = { kind: 'cut' } as const
const refused = { kind: 'refused', reason: 'platform-refused', retcode: '100-007', message: '' } as const

describe('wishes made while the gateway is silent', () => {
  let fixture: DeskFixture
  const snapshot = () => fixture.desk.snapshot
  const calls = (method: Parameters<DeskFixture['gateway']['called']>[0]): number =>
    fixture.gateway.called(method).length

  beforeEach(async () => {
    fixture = await busyDesk()
  })

  it('are refused without a session, and nothing is kept', async () => {
    await fixture.desk.signOut({ force: false })
    expect(await fixture.desk.setAfterCall(false, 'window')).toMatchObject({
      error: { code: 'not-connected' },
    })
    expect(await fixture.desk.cancelWish('after-call')).toMatchObject({ error: { code: 'superseded' } })
    expect(snapshot().afterCall.isKept).toBe(false)
  })

  it('are not sent, shown as kept, and sent once when it is there again', async () => {
    const before = calls('setAutoIdle')
    await fallSilent(fixture)
    expect((await fixture.desk.setAfterCall(false, 'tray')).ok).toBe(true)
    expect(snapshot().afterCall).toMatchObject({ isKept: true, verdict: 'wished', effective: true })
    expect(calls('setAutoIdle')).toBe(before)
    await comeBack(fixture)
    expect(fixture.gateway.called('setAutoIdle').slice(before)).toEqual([['101', false]])
    expect(snapshot().afterCall).toMatchObject({ isKept: false, verdict: 'accepted', effective: false })
  })

  it('send only the last one of each kind, and one reset for skills and linkage', async () => {
    const before = calls('resetSkills')
    await fallSilent(fixture)
    await fixture.desk.signInToSkills({ mode: 'none' }, 'window')
    await fixture.desk.setLinkage(true, 'window')
    await fixture.desk.signInToSkills({ mode: 'chosen', skillIds: [2] }, 'tray')
    await comeBack(fixture)
    expect(fixture.gateway.called('resetSkills').slice(before)).toEqual([
      ['101', { mode: 'list', skillIds: [2] }, true],
    ])
    expect(snapshot().skills.isKept).toBe(false)
    expect(snapshot().linkage.isKept).toBe(false)
  })

  it('can be taken back: what was wished before is wished again, also at the next sign-in', async () => {
    const before = calls('setAutoIdle')
    await fallSilent(fixture)
    await fixture.desk.setAfterCall(false, 'window')
    await fixture.desk.setAfterCall(true, 'window')
    await fixture.desk.setAfterCall(false, 'window')
    expect(fixture.settings.current.wishes.autoIdle).toBe(false)
    expect((await fixture.desk.cancelWish('after-call', 'tray')).ok).toBe(true)
    expect(fixture.journal.at(-1)).toMatchObject({
      kind: 'wish',
      name: 'after-call',
      cause: 'tray',
      details: { what: 'taken-back' },
    })
    expect(fixture.settings.current.wishes.autoIdle).toBe(true)
    expect(snapshot().afterCall).toMatchObject({ isKept: false, verdict: 'accepted', effective: true })
    await comeBack(fixture)
    expect(calls('setAutoIdle')).toBe(before)
    expect(await fixture.desk.cancelWish('after-call')).toMatchObject({ error: { code: 'superseded' } })
  })

  it('that are taken back go back to one that was never answered: that one is sent', async () => {
    fixture = createFixture()
    fixture.gateway.failNext('setAutoIdle', cut)
    await fixture.signIn()
    await fallSilent(fixture)
    await fixture.desk.setAfterCall(false, 'window')
    expect((await fixture.desk.cancelWish('after-call')).ok).toBe(true)
    expect(snapshot().afterCall).toMatchObject({ isKept: true, line: { wished: { value: true } } })
    await comeBack(fixture)
    expect(fixture.gateway.called('setAutoIdle').at(-1)).toEqual(['101', true])
    expect(snapshot().afterCall).toMatchObject({ isKept: false, verdict: 'accepted', effective: true })
  })

  it('that are taken back promise nothing that the phone forbids', async () => {
    fixture = createFixture()
    await fixture.signIn({ isAlwaysOffHook: false })
    await fixture.clock.advance(100)
    await fallSilent(fixture)
    await fixture.desk.setAfterCall(false, 'window')
    expect((await fixture.desk.cancelWish('after-call')).ok).toBe(true)
    expect(snapshot().afterCall.line.wished).toMatchObject({ value: false })
    expect(snapshot().afterCall).toMatchObject({ isKept: false, verdict: 'accepted' })
  })

  it('are sent when a sign-out that held them up was refused', async () => {
    fixture.gateway.hold('resetSkills')
    void fixture.desk.setLinkage(true, 'window')
    await fixture.settle()
    const wish = fixture.desk.setAfterCall(false, 'window')
    fixture.gateway.failNext('signOut', { ...refused, reason: 'in-a-call', retcode: '100-010' })
    const signOut = fixture.desk.signOut({ force: false })
    await fixture.settle()
    fixture.gateway.held.at(-1)!.release()
    await fixture.clock.advance(1_000)
    await Promise.all([wish, signOut])
    expect(snapshot().session.phase).toBe('online')
    expect(fixture.gateway.called('setAutoIdle').at(-1)).toEqual(['101', false])
    expect(snapshot().afterCall).toMatchObject({ isKept: false, verdict: 'accepted', effective: false })
  })

  it('name the cause of what is sent by itself in the journal', async () => {
    await fallSilent(fixture)
    await fixture.desk.setAfterCall(false, 'tray')
    await comeBack(fixture)
    const entries = fixture.journal.filter(({ name }) => name === 'after-call').slice(-3)
    expect(entries).toMatchObject([
      { kind: 'command', cause: 'tray', details: { autoIdle: false } },
      { kind: 'wish', cause: 'tray', details: { what: 'kept' } },
      { kind: 'wish', cause: 'recovery', details: { what: 'sent' } },
    ])
  })

  it('are not taken for answered by a request of before that comes back late', async () => {
    fixture.gateway.hold('setAutoIdle')
    const first = fixture.desk.setAfterCall(false, 'window')
    await fixture.settle()
    await fallSilent(fixture)
    await fixture.desk.setAfterCall(true, 'window')
    fixture.gateway.held.at(-1)!.release()
    expect(await first).toMatchObject({ error: { code: 'superseded' } })
    expect(snapshot().afterCall).toMatchObject({ isKept: true, effective: false })
    await comeBack(fixture)
    fixture.gateway.held.at(-1)!.release()
    await fixture.settle()
    expect(fixture.gateway.called('setAutoIdle').at(-1)).toEqual(['101', true])
    expect(snapshot().afterCall).toMatchObject({ isKept: false, effective: true })
  })

  describe('for a state', () => {
    it('are sent when the state was read again', async () => {
      await fallSilent(fixture)
      expect((await fixture.desk.setAgentState({ state: 'idle' }, 'window')).ok).toBe(true)
      expect(snapshot().agentState).toMatchObject({ isKept: true, verdict: 'wished', effective: 'busy' })
      expect(calls('sayIdle')).toBe(0)
      await comeBack(fixture)
      expect(calls('sayIdle')).toBe(1)
      expect(snapshot().agentState.isKept).toBe(false)
    })

    it.each([
      [
        'another state',
        'rest',
        [
          ['rest', 1],
          ['sayIdle', 0],
        ],
      ],
      [
        'the present state',
        'busy',
        [
          ['rest', 0],
          ['sayIdle', 0],
        ],
      ],
    ] as const)(
      'is overtaken by a wish for %s made before it could leave',
      async (_name, newer, expected) => {
        await fallSilent(fixture)
        await fixture.desk.setLinkage(true, 'window')
        await fixture.desk.setAgentState({ state: 'idle' }, 'window')
        fixture.gateway.hold('resetSkills')
        await comeBack(fixture)
        const wish = fixture.desk.setAgentState({ state: newer }, 'window')
        await fixture.settle()
        fixture.gateway.held.at(-1)!.release()
        await fixture.clock.advance(1_000)
        await wish
        for (const [method, count] of expected) expect([method, calls(method)]).toEqual([method, count])
        expect(snapshot().agentState.isKept).toBe(false)
      },
    )

    it('are dropped with a notice when the state does not allow them any more', async () => {
      await fallSilent(fixture)
      await fixture.desk.setAgentState({ state: 'wrap-up' }, 'window')
      fixture.gateway.status = { state: 'talking', isInCall: true }
      await comeBack(fixture)
      expect(calls('enterWrapUp')).toBe(0)
      expect(snapshot().notices[0]!.content).toEqual({
        kind: 'wish-dropped',
        wish: 'agent-state',
        states: { asked: 'wrap-up', present: 'talking' },
      })
      expect(snapshot().agentState).toMatchObject({ isKept: false, verdict: 'confirmed' })
    })

    it('are forgotten without a word when the agent is in that state already', async () => {
      await fallSilent(fixture)
      await fixture.desk.setAgentState({ state: 'idle' }, 'window')
      fixture.gateway.status = { state: 'idle', isInCall: false }
      await comeBack(fixture)
      expect(calls('sayIdle')).toBe(0)
      expect(snapshot().notices).toEqual([])
    })

    it('are not fulfilled by the late event of what was asked for before the gap', async () => {
      await fixture.desk.setAgentState({ state: 'idle' }, 'window')
      await fallSilent(fixture)
      expect((await fixture.desk.setAgentState({ state: 'rest' }, 'window')).ok).toBe(true)
      fixture.gateway.status = { state: 'idle', isInCall: false }
      fixture.gateway.emit({ type: 'idle', isForced: false, name: 'AgentState_CancelNotReady_Success' })
      await comeBack(fixture)
      expect(calls('rest')).toBe(1)
    })

    it('can be taken back', async () => {
      await fallSilent(fixture)
      await fixture.desk.setAgentState({ state: 'idle' }, 'window')
      expect((await fixture.desk.cancelWish('agent-state')).ok).toBe(true)
      expect(snapshot().agentState).toMatchObject({ isKept: false, line: { wished: null } })
      await comeBack(fixture)
      expect(calls('sayIdle')).toBe(0)
    })

    it('do not outlast the session: the moment has gone', async () => {
      await fallSilent(fixture)
      await fixture.desk.setAgentState({ state: 'idle' }, 'window')
      fixture.gateway.failPoll({ kind: 'session-gone', retcode: '100-006', message: '' })
      await fixture.clock.advance(1_000)
      expect(snapshot().session.phase).toBe('ended')
      expect(snapshot().absence).toMatchObject({
        hasSessionEnded: true,
        changes: [{ kind: 'wish-dropped', wish: 'agent-state' }],
      })
      expect(snapshot().agentState.isKept).toBe(false)
    })
  })

  it('noted during a call are taken back at the gateway', async () => {
    fixture.gateway.emit({ type: 'talking', callId: 'c', caller: '1' })
    await fixture.clock.advance(0)
    await fixture.desk.setAgentState({ state: 'busy' }, 'window')
    expect(snapshot().agentState.noted).toBe('busy')
    expect((await fixture.desk.cancelWish('agent-state')).ok).toBe(true)
    expect(calls('sayIdle')).toBe(1)
    expect(snapshot().agentState.noted).toBeNull()
  })

  it('of the lasting kind survive the end of the session and are sent after the next sign-in', async () => {
    await fallSilent(fixture)
    await fixture.desk.setAfterCall(false, 'window')
    fixture.gateway.failPoll({ kind: 'session-gone', retcode: '100-006', message: '' })
    await fixture.clock.advance(1_000)
    expect(snapshot().session).toMatchObject({ phase: 'ended', canReturn: true })
    const before = calls('setAutoIdle')
    expect((await fixture.desk.returnToSession({ takeOver: false })).ok).toBe(true)
    await fixture.clock.advance(100)
    expect(fixture.gateway.called('setAutoIdle').slice(before)).toEqual([['101', false]])
  })
})
