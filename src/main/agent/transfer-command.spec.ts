import { beforeEach, describe, expect, it } from 'vitest'
import { callIn } from './testing/busy-desk.ts'
import { createFixture, type DeskFixture } from './testing/desk-fixture.ts'

const input = { callId: 'c-1', fromSkillId: 1, toSkillId: 2 }

describe('transferring a waiting call', () => {
  let fixture: DeskFixture
  const receipt = (): unknown => fixture.desk.snapshot.waiting.receipts[0]
  const sent = (): number => fixture.gateway.called('transferWaitingCall').length

  beforeEach(async () => {
    fixture = createFixture()
    await fixture.signIn()
    fixture.gateway.emit({ type: 'busy', reason: 1, isForced: false })
    await fixture.clock.advance(0)
    fixture.gateway.waiting.set(1, [callIn(1)])
    await fixture.desk.refreshWaiting()
    // So that the next queries need not wait for their turn.
    await fixture.clock.advance(2_500)
  })

  it('is refused without a session', async () => {
    await fixture.desk.signOut({ force: false })
    expect(await fixture.desk.transferWaitingCall(input)).toMatchObject({ error: { code: 'not-connected' } })
    expect(sent()).toBe(0)
  })

  it.each([
    ['to the queue it waits in', 1],
    ['to a queue of another media type', 5],
  ])('is refused %s, without asking the gateway', async (_name, toSkillId) => {
    expect(await fixture.desk.transferWaitingCall({ ...input, toSkillId })).toMatchObject({
      error: { code: 'invalid-input' },
    })
    expect(sent()).toBe(0)
  })

  it('is never sent twice for one call while the first is under way', async () => {
    fixture.gateway.hold('transferWaitingCall')
    const first = fixture.desk.transferWaitingCall(input)
    await fixture.settle()
    expect(receipt()).toMatchObject({ outcome: 'in-progress' })
    expect(await fixture.desk.transferWaitingCall(input)).toMatchObject({ error: { code: 'superseded' } })
    fixture.gateway.held[0]!.release()
    await fixture.clock.advance(5000)
    await first
    expect(sent()).toBe(1)
  })

  it('is "moved" when the call is seen in the target queue', async () => {
    fixture.gateway.waiting.set(1, [])
    fixture.gateway.waiting.set(2, [callIn(2)])
    let receiptWhenListed: unknown = null
    fixture.desk.subscribe(({ waiting }) => {
      if (waiting.calls[0]?.skillId === 2) receiptWhenListed ??= waiting.receipts[0]?.outcome
    })
    const transfer = fixture.desk.transferWaitingCall(input)
    await fixture.clock.advance(5000)
    expect(await transfer).toMatchObject({ value: { outcome: 'moved', answer: 'accepted', error: null } })
    // The list never lags behind what is said of the transfer.
    expect(receiptWhenListed).toBe('in-progress')
    expect(fixture.desk.snapshot.waiting.calls).toMatchObject([{ callId: 'c-1', skillId: 2 }])
    expect(fixture.gateway.called('transferWaitingCall')).toEqual([['101', 'c-1', 2]])
    expect(fixture.desk.snapshot.notices[0]).toMatchObject({ severity: 'success' })
  })

  it('is "taken" when it was accepted and the call waits nowhere: it was answered or hung up', async () => {
    fixture.gateway.waiting.set(1, [])
    const transfer = fixture.desk.transferWaitingCall(input)
    await fixture.clock.advance(5000)
    expect(await transfer).toMatchObject({ value: { outcome: 'taken' } })
    expect(fixture.desk.snapshot.waiting.calls).toEqual([])
    expect(fixture.desk.snapshot.notices[0]).toMatchObject({ severity: 'info' })
  })

  it('is not "taken" when somebody moved the call back while the queues were read', async () => {
    fixture.gateway.waiting.set(1, [])
    fixture.gateway.hold('waitingCalls')
    void fixture.desk.transferWaitingCall(input)
    await fixture.clock.advance(0)
    fixture.gateway.held[0]!.release()
    fixture.gateway.waiting.set(1, [callIn(1)])
    await fixture.clock.advance(2500)
    for (const nth of [1, 2]) {
      fixture.gateway.held[nth]!.release()
      await fixture.clock.advance(2500)
    }
    expect(receipt()).toMatchObject({ outcome: 'refused', answer: 'accepted' })
  })

  it('is "unknown" when the session ends before the answer comes', async () => {
    fixture.gateway.hold('transferWaitingCall')
    const transfer = fixture.desk.transferWaitingCall(input)
    await fixture.settle()
    fixture.gateway.emit({ type: 'shutdown', loginTime: null })
    await fixture.settle()
    fixture.gateway.held[0]!.release()
    await fixture.clock.advance(5000)
    expect(await transfer).toMatchObject({ value: { outcome: 'unknown' } })
  })

  it('leaves no receipt when it was never sent', async () => {
    fixture.gateway.hold('setAutoIdle')
    void fixture.desk.setAfterCall(false, 'window')
    await fixture.settle()
    const transfer = fixture.desk.transferWaitingCall(input)
    await fixture.settle()
    fixture.gateway.emit({ type: 'shutdown', loginTime: null })
    await fixture.settle()
    fixture.gateway.held[0]!.release()
    await fixture.clock.advance(5000)
    expect(await transfer).toMatchObject({ error: { code: 'superseded' } })
    expect(fixture.desk.snapshot.waiting.receipts).toEqual([])
    expect(sent()).toBe(0)
  })

  it('is "refused" when "0" was answered and the call still waits in the source queue', async () => {
    const transfer = fixture.desk.transferWaitingCall(input)
    await fixture.clock.advance(5000)
    expect(await transfer).toMatchObject({ value: { outcome: 'refused', answer: 'accepted' } })
  })

  it('proves nothing from the empty list an idle agent is given', async () => {
    fixture.gateway.emit({ type: 'idle', isForced: false, name: 'AgentState_Ready' })
    await fixture.clock.advance(0)
    fixture.gateway.waiting.set(1, [])
    const transfer = fixture.desk.transferWaitingCall(input)
    await fixture.clock.advance(5000)
    expect(await transfer).toMatchObject({ value: { outcome: 'unknown', answer: 'accepted' } })
  })

  it.each([
    ['waits for a rest without a call', false, 'unknown'],
    ['waits for a rest until his call is over', true, 'taken'],
  ])('an empty list given to an agent who %s', async (_who, isInCall, outcome) => {
    fixture.gateway.waiting.set(1, [])
    fixture.gateway.status = { state: 'rest-requested', isInCall }
    const transfer = fixture.desk.transferWaitingCall(input)
    await fixture.clock.advance(5000)
    expect(await transfer).toMatchObject({ value: { outcome, answer: 'accepted' } })
  })

  it('proves nothing from a list given to an idle agent who is busy once it has come', async () => {
    fixture.gateway.waiting.set(1, [])
    fixture.gateway.status = { state: 'idle', isInCall: false }
    fixture.gateway.hold('waitingCalls')
    void fixture.desk.transferWaitingCall(input)
    await fixture.clock.advance(0)
    fixture.gateway.status = { state: 'busy', isInCall: false }
    // Source, target, and the source again, one after the other.
    for (const nth of [0, 1, 2]) {
      fixture.gateway.held[nth]!.release()
      await fixture.clock.advance(2500)
    }
    expect(receipt()).toMatchObject({ outcome: 'unknown', answer: 'accepted' })
  })

  it('is "gone" when the gateway refused and the call has left', async () => {
    fixture.gateway.failNext('transferWaitingCall', {
      kind: 'refused',
      reason: 'platform-refused',
      retcode: '100-007',
      message: 'x',
    })
    fixture.gateway.waiting.set(1, [])
    const transfer = fixture.desk.transferWaitingCall(input)
    await fixture.clock.advance(5000)
    expect(await transfer).toMatchObject({ value: { outcome: 'gone', error: { retcode: '100-007' } } })
    expect(fixture.desk.snapshot.waiting.calls).toEqual([])
  })

  it('is "unknown" and not repeated when no answer came', async () => {
    fixture.gateway.failNext('transferWaitingCall', { kind: 'cut' })
    const transfer = fixture.desk.transferWaitingCall(input)
    await fixture.clock.advance(10_000)
    expect(await transfer).toMatchObject({
      value: { outcome: 'unknown', answer: 'none', error: { code: 'outcome-unknown' } },
    })
    // By now it cannot arrive any more, and the call still waits where it was.
    await fixture.clock.advance(20_000)
    expect(receipt()).toMatchObject({ outcome: 'refused', answer: 'none' })
    expect(sent()).toBe(1)
    expect(fixture.clock.pendingTimers).toBeLessThan(10)
  })

  it('becomes "moved" when a later reading shows the call in the target queue', async () => {
    fixture.gateway.failNext('transferWaitingCall', { kind: 'cut' })
    const transfer = fixture.desk.transferWaitingCall(input)
    await fixture.clock.advance(5000)
    await transfer
    expect(receipt()).toMatchObject({ outcome: 'unknown' })
    fixture.gateway.waiting.set(1, [])
    fixture.gateway.waiting.set(2, [callIn(2)])
    const refreshing = fixture.desk.refreshWaiting()
    await fixture.clock.advance(5000)
    await refreshing
    expect(receipt()).toMatchObject({ outcome: 'moved', error: null })
    expect(fixture.journal.filter(({ kind }) => kind === 'receipt').map(({ name }) => name)).toEqual([
      'unknown',
      'moved',
    ])
  })

  it('asked for again is not decided by what is found out about the first time', async () => {
    fixture.gateway.failNext('transferWaitingCall', { kind: 'cut' }, { kind: 'cut' })
    void fixture.desk.transferWaitingCall(input)
    await fixture.clock.advance(20_000)
    // The next look comes when the first request cannot arrive any more; its answer takes a while.
    fixture.gateway.hold('waitingCalls')
    await fixture.clock.advance(5_000)
    const [first] = fixture.gateway.held
    const askedAt = fixture.clock.now()
    void fixture.desk.transferWaitingCall(input)
    await fixture.settle()
    const unknown = { callId: 'c-1', outcome: 'unknown', askedAt }
    for (const nth of [1, 2]) {
      fixture.gateway.held[nth]!.release()
      await fixture.settle()
    }
    expect(fixture.desk.snapshot.waiting.receipts).toMatchObject([unknown])
    first!.release()
    await fixture.settle()
    for (const held of fixture.gateway.held) held.release()
    await fixture.settle()
    expect(fixture.desk.snapshot.waiting.receipts).toMatchObject([unknown])
  })

  describe('from the tray', () => {
    it('reads first and moves the call that waits longest and may go there', async () => {
      fixture.gateway.waiting.set(1, [callIn(1, 'young', 9000)])
      fixture.gateway.waiting.set(2, [callIn(2, 'already-there', 10)])
      fixture.gateway.waiting.set(5, [callIn(5, 'chat', 5)])
      const transfer = fixture.desk.transferLongestWaiting(2)
      await fixture.clock.advance(10_000)
      await transfer
      expect(fixture.gateway.called('transferWaitingCall')).toEqual([['101', 'young', 2]])
    })

    it('says so when there is none', async () => {
      fixture.gateway.waiting.set(1, [])
      const transfer = fixture.desk.transferLongestWaiting(2)
      await fixture.clock.advance(10_000)
      expect(await transfer).toMatchObject({ error: { reason: 'nothing-found' } })
      expect(fixture.desk.snapshot.notices[0]!.content).toEqual({ kind: 'no-call-to-transfer' })
    })
  })
})
