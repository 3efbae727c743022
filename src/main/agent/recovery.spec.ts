import { beforeEach, describe, expect, it } from 'vitest'
import { busyDesk, callIn } from './testing/busy-desk.ts'
import { rosterOf, type DeskFixture } from './testing/desk-fixture.ts'

describe('after a gap', () => {
  let fixture: DeskFixture
  const snapshot = () => fixture.desk.snapshot

  beforeEach(async () => {
    fixture = await busyDesk()
  })

  /** The desk sleeps; what the gateway has to say is on the screen three seconds after waking. */
  async function sleep(ms: number): Promise<void> {
    const from = fixture.clock.now()
    await fixture.clock.advance(ms)
    fixture.desk.gapFound({ from, cause: 'sleep' })
    await fixture.clock.advance(3_000)
  }

  it('nothing happens without a session', async () => {
    await fixture.desk.signOut({ force: false })
    await sleep(60_000)
    expect(snapshot()).toMatchObject({ session: { phase: 'signed-out' }, absence: null })
    expect(fixture.gateway.drops).toBe(0)
  })

  it('every connection is dropped, the session checked, everything read, and only then it is online', async () => {
    const before = fixture.gateway.calls.length
    fixture.gateway.hold('agentStatus')
    fixture.desk.gapFound({ from: fixture.clock.now() - 60_000, cause: 'sleep' })
    await fixture.clock.advance(400)
    expect(fixture.gateway.drops).toBe(1)
    expect(snapshot().session).toMatchObject({ phase: 'recovering', gapCause: 'sleep' })
    expect(fixture.gateway.calls.slice(before).map(({ method }) => method)).toEqual([
      'configuredSkills',
      'agentStatus',
      'onlineAgents',
    ])
    fixture.gateway.held.at(-1)!.release()
    await fixture.settle()
    expect(snapshot().session.phase).toBe('online')
  })

  it('a report of one minute or more is made even when nothing changed', async () => {
    await sleep(60_000)
    expect(snapshot().absence).toMatchObject({
      cause: 'sleep',
      hasSessionEnded: false,
      changes: [],
      unread: [],
    })
    fixture.desk.dismissAbsence(snapshot().absence!.id + 1)
    expect(snapshot().absence).not.toBeNull()
    fixture.desk.dismissAbsence(snapshot().absence!.id)
    expect(snapshot().absence).toBeNull()
  })

  it('an event of the gap that overtakes the reading of the state is not believed: it is read again', async () => {
    const from = fixture.clock.now()
    await fixture.clock.advance(60_000)
    fixture.gateway.status = { state: 'talking', isInCall: true }
    fixture.gateway.hold('agentStatus')
    fixture.desk.gapFound({ from, cause: 'sleep' })
    await fixture.clock.advance(400)
    // Late news of a moment that has gone, while the answer is on its way.
    fixture.gateway.emit({ type: 'idle', isForced: false, name: 'AgentState_Ready' })
    await fixture.clock.advance(100)
    const asked = fixture.gateway.held.length
    fixture.gateway.held.at(-1)!.release()
    await fixture.settle()
    expect(fixture.gateway.held.length).toBe(asked + 1)
    expect(snapshot().session.phase).toBe('recovering')
    fixture.gateway.held.at(-1)!.release()
    await fixture.settle()
    expect(snapshot().session.phase).toBe('online')
    expect(snapshot().agentState.effective).toBe('talking')
    expect(snapshot().absence?.changes).toContainEqual(
      expect.objectContaining({ kind: 'agent-state', before: 'busy', after: 'talking' }),
    )
  })

  it('a report that was not read is joined by the next one; one that was read is not', async () => {
    const from = fixture.clock.now()
    await sleep(60_000)
    fixture.gateway.status = { state: 'idle', isInCall: false }
    await sleep(10_000)
    expect(snapshot().absence).toMatchObject({
      from,
      changes: [{ kind: 'agent-state', before: 'busy', after: 'idle' }],
    })
    fixture.desk.dismissAbsence(snapshot().absence!.id)
    const second = fixture.clock.now()
    await sleep(60_000)
    expect(snapshot().absence).toMatchObject({ from: second, changes: [] })
  })

  it('a short one without changes is only in the journal', async () => {
    await sleep(5_000)
    expect(snapshot().absence).toBeNull()
    expect(fixture.journal.filter(({ kind }) => kind === 'absence' || kind === 'gap')).toMatchObject([
      { kind: 'gap', name: 'sleep', details: { seconds: 5 } },
      { kind: 'absence', name: 'session-kept', cause: 'sleep' },
    ])
  })

  it('the report says what is different: state, queues, calls', async () => {
    fixture.gateway.status = { state: 'talking', isInCall: true }
    fixture.gateway.roster = rosterOf({ 2: ['101'], 4: ['101'] })
    fixture.gateway.presentCalls = [
      {
        callId: 'c-9',
        caller: '555',
        called: null,
        callSkillId: 2,
        feature: 0,
        beganAt: 7,
        endedAt: null,
      },
    ]
    await sleep(20_000)
    expect(snapshot().absence?.changes).toEqual([
      { kind: 'agent-state', before: 'busy', after: 'talking', isForced: false },
      { kind: 'call-began', caller: '555' },
      { kind: 'queues-lost', skillIds: [1, 5] },
      { kind: 'queues-gained', skillIds: [4] },
    ])
    expect(snapshot().call).toMatchObject({ callId: 'c-9', caller: '555', phase: 'talking', since: 7 })
    expect(snapshot().agentState).toMatchObject({ effective: 'talking', verdict: 'confirmed' })
  })

  it('events that come late tell of missed calls and of an inspector', async () => {
    const from = fixture.clock.now()
    await fixture.clock.advance(90_000)
    fixture.gateway.emit(
      { type: 'idle', isForced: true, name: 'AgentState_Force_Ready' },
      { type: 'ringing', callId: 'c-1', caller: '777', isAutoAnswer: false },
      { type: 'no-answer', callId: 'c-1' },
    )
    fixture.gateway.status = { state: 'idle', isInCall: false }
    fixture.desk.gapFound({ from, cause: 'clock-jump' })
    await fixture.clock.advance(3_000)
    expect(snapshot().absence?.changes).toEqual([
      { kind: 'agent-state', before: 'busy', after: 'idle', isForced: true },
      { kind: 'call-missed', caller: '777' },
    ])
    expect(snapshot().call).toBeNull()
  })

  it('a transfer that was open is decided and told', async () => {
    fixture.gateway.waiting.set(1, [callIn(1)])
    fixture.gateway.failNext('transferWaitingCall', { kind: 'cut' })
    const transfer = fixture.desk.transferWaitingCall({ callId: 'c-1', fromSkillId: 1, toSkillId: 2 })
    await fixture.clock.advance(100)
    await transfer
    fixture.gateway.waiting.set(1, [])
    fixture.gateway.waiting.set(2, [callIn(2)])
    fixture.desk.gapFound({ from: fixture.clock.now() - 10_000, cause: 'sleep' })
    await fixture.clock.advance(2_500)
    expect(snapshot().session.phase).toBe('online')
    expect(snapshot().absence?.changes).toEqual([
      { kind: 'transfer', callId: 'c-1', toSkillId: 2, outcome: 'moved' },
    ])
  })

  it('what could not be read is named, nothing is said about it, and it is soon read again', async () => {
    const refusal = { kind: 'refused', reason: 'no-right', retcode: '300-001', message: '' } as const
    const from = fixture.clock.now()
    await fixture.clock.advance(90_000)
    fixture.gateway.failNext('onlineAgents', refusal)
    fixture.gateway.failNext('agentStatus', refusal, refusal)
    fixture.gateway.roster = rosterOf({ 2: ['101'] })
    fixture.desk.gapFound({ from, cause: 'sleep' })
    await fixture.clock.advance(500)
    expect(snapshot().session.phase).toBe('online')
    expect(snapshot().absence).toMatchObject({ changes: [], unread: ['state', 'queues', 'call'] })
    expect(snapshot().agentState.verdict).toBe('doubted')
    expect(snapshot().skills.verdict).toBe('doubted')
    await fixture.clock.advance(2_000)
    expect(snapshot().agentState.verdict).toBe('confirmed')
    expect(snapshot().skills.line.seen?.value).toEqual([2])
    expect(snapshot().skills.verdict).not.toBe('doubted')
  })

  it('a gap within the reading of another one is reported once, with both', async () => {
    const from = fixture.clock.now() - 60_000
    fixture.gateway.hold('agentStatus')
    fixture.desk.gapFound({ from, cause: 'sleep' })
    await fixture.clock.advance(400)
    fixture.desk.gapFound({ from: fixture.clock.now() - 10, cause: 'clock-jump' })
    await fixture.clock.advance(10)
    fixture.gateway.held.at(-1)!.release()
    await fixture.clock.advance(10)
    expect(snapshot().absence).toBeNull()
    await fixture.clock.advance(400)
    fixture.gateway.held.at(-1)!.release()
    await fixture.clock.advance(10)
    expect(snapshot().session.phase).toBe('online')
    expect(snapshot().absence).toMatchObject({ from, cause: 'clock-jump' })
  })

  it('the gap is not over when the gateway falls silent again', async () => {
    fixture.gateway.failNext('agentStatus', { kind: 'timed-out' })
    fixture.desk.gapFound({ from: fixture.clock.now() - 60_000, cause: 'sleep' })
    await fixture.clock.advance(310)
    expect(snapshot().session).toMatchObject({ phase: 'doubtful', error: { code: 'timed-out' } })
    expect(snapshot().absence).toBeNull()
    fixture.gateway.emit(null)
    await fixture.clock.advance(3_000)
    expect(snapshot().session.phase).toBe('online')
    expect(snapshot().absence).toMatchObject({ cause: 'sleep' })
  })

  it('the gap is not over while something else answers in place of the gateway', async () => {
    const nonsense = { kind: 'malformed', detail: 'html' } as const
    fixture.gateway.failNext('configuredSkills', nonsense)
    fixture.desk.gapFound({ from: fixture.clock.now() - 60_000, cause: 'sleep' })
    await fixture.clock.advance(50)
    expect(snapshot().session).toMatchObject({ phase: 'doubtful', error: { code: 'malformed-answer' } })
    fixture.gateway.failNext('agentStatus', nonsense)
    fixture.gateway.failNext('onlineAgents', nonsense)
    fixture.gateway.emit(null)
    await fixture.clock.advance(300)
    expect(snapshot().session).toMatchObject({ phase: 'doubtful', error: { code: 'malformed-answer' } })
    await fixture.clock.advance(3_000)
    expect(snapshot().session.phase).toBe('online')
  })

  it('the session that is gone is told with the gap before it', async () => {
    fixture.gateway.failNext('configuredSkills', {
      kind: 'session-gone',
      retcode: '100-006',
      message: '',
    })
    await sleep(300_000)
    expect(snapshot().session).toMatchObject({ phase: 'ended', ended: { cause: 'silent-too-long' } })
    expect(snapshot().absence).toMatchObject({ cause: 'sleep', hasSessionEnded: true })
  })

  it('a session that is gone is told with its silence, also when the answer comes before the gap is noticed', async () => {
    const from = fixture.clock.now()
    fixture.gateway.emit(null)
    await fixture.clock.advance(0)
    await fixture.clock.advance(300_000)
    fixture.gateway.failPoll({ kind: 'session-gone', retcode: '100-006', message: '' })
    await fixture.clock.advance(1)
    expect(snapshot().absence).toMatchObject({ from, cause: 'clock-jump', hasSessionEnded: true })
  })

  it('what nothing reads back stays doubted until the gateway speaks of it', async () => {
    await fixture.desk.setLinkage(true, 'window')
    fixture.gateway.emit({ type: 'linkage-result', result: 0 })
    await fixture.clock.advance(0)
    expect(snapshot().linkage.verdict).toBe('confirmed')
    await sleep(10_000)
    expect(snapshot().linkage.verdict).toBe('doubted')
    await fixture.desk.setLinkage(true, 'window')
    fixture.gateway.emit({ type: 'linkage-result', result: 0 })
    await fixture.clock.advance(0)
    expect(snapshot().linkage.verdict).toBe('confirmed')
  })

  it('nothing is read while the gateway is silent, however many views are shown', async () => {
    fixture.desk.watch(1, ['waiting', 'roster'])
    await fixture.clock.advance(10)
    for (let failures = 0; failures < 400; failures += 1) fixture.gateway.failPoll({ kind: 'cut' })
    await fixture.clock.advance(0)
    const before = fixture.gateway.calls.length
    await fixture.clock.advance(60_000)
    expect(snapshot().session.phase).toBe('doubtful')
    expect(fixture.gateway.calls.length).toBe(before)
  })

  it('transfers are refused in a gap, because they must not wait', async () => {
    fixture.gateway.failPoll({ kind: 'cut' })
    await fixture.clock.advance(0)
    expect(snapshot().waiting.unavailable).toBe('gateway-silent')
    const input = { callId: 'c-1', fromSkillId: 1, toSkillId: 2 }
    expect(await fixture.desk.transferWaitingCall(input)).toMatchObject({ error: { code: 'unreachable' } })
    expect(fixture.gateway.called('transferWaitingCall')).toEqual([])
  })
})
