import { beforeEach, describe, expect, it } from 'vitest'
import { createFixture, rosterOf, type DeskFixture } from './testing/desk-fixture.ts'

describe('the lasting switches', () => {
  let fixture: DeskFixture
  const snapshot = (): DeskFixture['desk']['snapshot'] => fixture.desk.snapshot

  beforeEach(async () => {
    fixture = createFixture()
    await fixture.signIn()
  })

  it('are refused without a session, and no wish is recorded', async () => {
    await fixture.desk.signOut({ force: false })
    for (const result of [
      await fixture.desk.setAfterCall(false, 'window'),
      await fixture.desk.setLinkage(true, 'tray'),
      await fixture.desk.signInToSkills({ mode: 'none' }, 'window'),
    ]) {
      expect(result).toMatchObject({ error: { code: 'not-connected' } })
    }
    expect(fixture.settings.current.wishes).toEqual({
      autoIdle: true,
      isLinked: false,
      skills: { mode: 'all' },
    })
  })

  it('stay where they were when the gateway refuses, and say why', async () => {
    fixture.gateway.failNext('setAutoIdle', {
      kind: 'refused',
      reason: 'platform-refused',
      retcode: '100-007',
      message: 'no',
    })
    expect((await fixture.desk.setAfterCall(false, 'window')).ok).toBe(false)
    expect(snapshot().afterCall).toMatchObject({ effective: true, verdict: 'failed' })
    expect(snapshot().afterCall.line.failure?.value).toMatchObject({
      retcode: '100-007',
      gatewayMessage: 'no',
    })
    expect(snapshot().notices[0]!.content).toMatchObject({ kind: 'wish-failed', wish: 'after-call' })
  })

  it('say "uncertain" when no answer came', async () => {
    fixture.gateway.failNext('setAutoIdle', { kind: 'timed-out' })
    await fixture.desk.setAfterCall(false, 'window')
    expect(snapshot().afterCall.verdict).toBe('uncertain')
  })

  it('show asked, accepted and seen one after the other', async () => {
    fixture.gateway.hold('setAutoIdle')
    const setting = fixture.desk.setAfterCall(false, 'window')
    await fixture.settle()
    expect(snapshot().afterCall).toMatchObject({ verdict: 'pending', effective: true })
    fixture.gateway.held[0]!.release()
    await setting
    expect(snapshot().afterCall).toMatchObject({ verdict: 'accepted', effective: false })
    await fixture.clock.advance(1)
    fixture.gateway.emit(
      { type: 'talking', callId: 'c', caller: null },
      { type: 'call-released', callId: 'c', by: 'agent' },
    )
    fixture.gateway.emit({ type: 'wrap-up', isRequested: false })
    await fixture.settle()
    await fixture.clock.advance(0)
    expect(snapshot().afterCall).toMatchObject({ verdict: 'confirmed', effective: false })
  })

  it('show a contradiction when the call ends in the other state', async () => {
    await fixture.desk.setAfterCall(false, 'window')
    await fixture.clock.advance(1)
    fixture.gateway.emit(
      { type: 'talking', callId: 'c', caller: null },
      { type: 'call-released', callId: 'c', by: 'customer' },
      { type: 'idle', isForced: false, name: 'AgentState_Ready' },
    )
    await fixture.clock.advance(0)
    expect(snapshot().afterCall).toMatchObject({ verdict: 'contradicted', effective: true })
  })

  it('take no proof from a wrap-up that was asked for', async () => {
    await fixture.desk.setAfterCall(true, 'window')
    await fixture.clock.advance(1)
    fixture.gateway.emit({ type: 'wrap-up', isRequested: true })
    await fixture.clock.advance(0)
    expect(snapshot().afterCall.verdict).toBe('accepted')
  })

  it('never send a wish that was overtaken before its request left', async () => {
    fixture.gateway.hold('setAutoIdle')
    const first = fixture.desk.setAfterCall(false, 'window')
    await fixture.settle()
    const second = fixture.desk.setAfterCall(true, 'window')
    const third = fixture.desk.setAfterCall(false, 'tray')
    await fixture.settle()
    fixture.gateway.held[0]!.release()
    await fixture.settle()
    fixture.gateway.held[1]!.release()
    expect(await first).toMatchObject({ error: { code: 'superseded' } })
    expect(await second).toMatchObject({ error: { code: 'superseded' } })
    expect(await third).toEqual({ ok: true, value: null })
    expect(fixture.gateway.called('setAutoIdle').map(([, autoIdle]) => autoIdle)).toEqual([
      true,
      false,
      false,
    ])
    expect(snapshot().afterCall).toMatchObject({ verdict: 'accepted', effective: false })
  })

  it('record what an overtaken request brought about, when the newer one is refused', async () => {
    fixture.gateway.hold('setAutoIdle')
    const off = fixture.desk.setAfterCall(false, 'window')
    await fixture.settle()
    const on = fixture.desk.setAfterCall(true, 'window')
    await fixture.settle()
    fixture.gateway.held[0]!.release()
    await fixture.settle()
    expect(snapshot().afterCall).toMatchObject({ verdict: 'pending', effective: false })
    fixture.gateway.failNext('setAutoIdle', {
      kind: 'refused',
      reason: 'platform-refused',
      retcode: '100-007',
      message: '',
    })
    fixture.gateway.held[1]!.release()
    expect(await off).toMatchObject({ error: { code: 'superseded' } })
    expect((await on).ok).toBe(false)
    expect(snapshot().afterCall).toMatchObject({ verdict: 'failed', effective: false })
  })

  it('know nothing any more when an overtaken request got no answer and the newer one is refused', async () => {
    fixture.gateway.hold('setAutoIdle')
    fixture.gateway.failNext(
      'setAutoIdle',
      { kind: 'timed-out' },
      { kind: 'refused', reason: 'platform-refused', retcode: '100-007', message: '' },
    )
    const off = fixture.desk.setAfterCall(false, 'window')
    await fixture.settle()
    const on = fixture.desk.setAfterCall(true, 'window')
    await fixture.settle()
    fixture.gateway.held[0]!.release()
    await fixture.settle()
    fixture.gateway.held[1]!.release()
    await Promise.all([off, on])
    expect(snapshot().afterCall).toMatchObject({ verdict: 'failed', effective: null })
  })

  it('do not take the event of switching on for a contradiction of switching off', async () => {
    await fixture.desk.setLinkage(true, 'window')
    await fixture.clock.advance(100)
    await fixture.desk.setLinkage(false, 'window')
    await fixture.clock.advance(10)
    fixture.gateway.emit({ type: 'linkage-result', result: 0 })
    await fixture.clock.advance(0)
    expect(snapshot().linkage).toMatchObject({ verdict: 'accepted', effective: false })
  })

  it('look into the roster when a reset got no answer', async () => {
    fixture.gateway.roster = rosterOf({ 1: ['101'] })
    fixture.gateway.failNext('resetSkills', { kind: 'cut' })
    await fixture.desk.signInToSkills({ mode: 'chosen', skillIds: [1] }, 'window')
    await fixture.clock.advance(5000)
    expect(snapshot().skills).toMatchObject({ verdict: 'confirmed', effective: [1] })
  })

  it('take back the notice of a failure once it has worked', async () => {
    fixture.gateway.failNext('setAutoIdle', {
      kind: 'refused',
      reason: 'platform-refused',
      retcode: '100-007',
      message: '',
    })
    await fixture.desk.setAfterCall(false, 'window')
    expect(snapshot().notices).toHaveLength(1)
    await fixture.desk.setAfterCall(false, 'window')
    expect(snapshot().notices).toEqual([])
  })

  it('send the linkage flag with every reset and the skills with every linkage', async () => {
    await fixture.desk.setLinkage(true, 'window')
    await fixture.desk.signInToSkills({ mode: 'chosen', skillIds: [1] }, 'window')
    await fixture.desk.setLinkage(false, 'tray')
    await fixture.desk.signInToSkills({ mode: 'none' }, 'window')
    expect(fixture.gateway.called('resetSkills').slice(1)).toEqual([
      ['101', { mode: 'all' }, true],
      ['101', { mode: 'list', skillIds: [1] }, true],
      ['101', { mode: 'list', skillIds: [1] }, false],
      ['101', { mode: 'list', skillIds: [] }, false],
    ])
  })

  it('keep the last wish for the next start', async () => {
    await fixture.desk.setLinkage(true, 'window')
    await fixture.desk.signInToSkills({ mode: 'chosen', skillIds: [2] }, 'window')
    await fixture.desk.setAfterCall(false, 'window')
    expect(fixture.settings.current.wishes).toEqual({
      autoIdle: false,
      isLinked: true,
      skills: { mode: 'chosen', skillIds: [2] },
    })
  })

  it('confirm the linkage by its event, even when that overtakes the answer', async () => {
    fixture.gateway.hold('resetSkills')
    const linking = fixture.desk.setLinkage(true, 'window')
    await fixture.settle()
    fixture.gateway.emit({ type: 'linkage-result', result: 0 })
    await fixture.clock.advance(0)
    fixture.gateway.held[0]!.release()
    await linking
    expect(snapshot().linkage).toMatchObject({ verdict: 'confirmed', effective: true })
  })

  it('show a linkage that the phone refused', async () => {
    await fixture.desk.setLinkage(true, 'window')
    fixture.gateway.emit({ type: 'linkage-result', result: 3 })
    await fixture.clock.advance(0)
    expect(snapshot().linkage).toMatchObject({ verdict: 'contradicted', effective: false })
    expect(snapshot().notices[0]!.content).toEqual({ kind: 'linkage-failed', result: 3 })
  })

  it('do not blame the skills for a linkage that was refused', async () => {
    fixture.gateway.failNext('resetSkills', {
      kind: 'refused',
      reason: 'bad-request',
      retcode: '000-002',
      message: '',
    })
    await fixture.desk.setLinkage(true, 'window')
    expect(snapshot().linkage.verdict).toBe('failed')
    expect(snapshot().skills.verdict).toBe('confirmed')
  })
})
