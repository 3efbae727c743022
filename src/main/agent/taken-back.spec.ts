import { beforeEach, describe, expect, it } from 'vitest'
import { busyDesk, comeBack, fallSilent } from './testing/busy-desk.ts'
import { createFixture, type DeskFixture } from './testing/desk-fixture.ts'

const cut = { kind: 'cut' } as const
const timedOut = { kind: 'timed-out' } as const

describe('a wish that is taken back', () => {
  let fixture: DeskFixture
  const snapshot = () => fixture.desk.snapshot
  /** The linkage flags of all resets since the sign-in. */
  const flags = (): readonly unknown[] =>
    fixture.gateway
      .called('resetSkills')
      .slice(1)
      .map(([, , flag]) => flag)

  /** The gap is over: what was wished before is sent, answered, and in force. */
  async function expectGoneBack(): Promise<void> {
    await comeBack(fixture)
    fixture.gateway.held.at(-1)!.release()
    await fixture.settle()
    expect(flags()).toEqual([true, false])
    expect(snapshot().linkage).toMatchObject({ isKept: false, verdict: 'accepted', effective: false })
  }

  beforeEach(async () => {
    fixture = await busyDesk()
  })

  it('may have been carried out without an answer: the one before it is sent', async () => {
    fixture.gateway.failNext('resetSkills', timedOut)
    await fixture.desk.setLinkage(true, 'window')
    expect((await fixture.desk.cancelWish('linkage')).ok).toBe(true)
    await fixture.settle()
    expect(flags()).toEqual([true, false])
    expect(snapshot().linkage).toMatchObject({ isKept: false, verdict: 'accepted', effective: false })
    expect(fixture.settings.current.wishes.isLinked).toBe(false)
    // The lost one may still come: then the newer one is sent once more.
    await fixture.clock.advance(60_000)
    expect(flags()).toEqual([true, false, false])
  })

  it('promises nothing while the one before it is not answered either', async () => {
    fixture.gateway.failNext('resetSkills', timedOut, timedOut)
    await fixture.desk.setLinkage(true, 'window')
    await fixture.desk.cancelWish('linkage')
    await fixture.settle()
    expect(snapshot().linkage).toMatchObject({ isKept: true, verdict: 'uncertain', effective: null })
    await fixture.clock.advance(10_000)
    expect(snapshot().linkage).toMatchObject({ isKept: false, verdict: 'accepted', effective: false })
  })

  it('leaves nothing in force that was seen before it', async () => {
    await fixture.desk.setLinkage(true, 'window')
    fixture.gateway.emit({ type: 'linkage-result', result: 0 })
    await fixture.clock.advance(1_000)
    await fixture.desk.setLinkage(false, 'window')
    expect(snapshot().linkage).toMatchObject({ effective: false, line: { seen: { value: true } } })
    fixture.gateway.failNext('resetSkills', timedOut, timedOut)
    await fixture.desk.setLinkage(true, 'window')
    await fixture.desk.cancelWish('linkage')
    await fixture.settle()
    expect(snapshot().linkage).toMatchObject({ isKept: true, effective: null })
  })

  it('may still be carried out after a later try could not leave', async () => {
    fixture.gateway.failNext('resetSkills', timedOut, { kind: 'unreachable', detail: '' })
    await fixture.desk.setLinkage(true, 'window')
    await fixture.clock.advance(600)
    expect(snapshot().linkage).toMatchObject({ isKept: true, verdict: 'failed' })
    await fixture.desk.cancelWish('linkage')
    await fixture.settle()
    expect(flags().at(-1)).toBe(false)
  })

  it('whose request never left needs nothing to be sent', async () => {
    fixture.gateway.failNext('resetSkills', { kind: 'unreachable', detail: '' })
    await fixture.desk.setLinkage(true, 'window')
    await fixture.desk.cancelWish('linkage')
    await fixture.clock.advance(60_000)
    expect(flags()).toEqual([true])
    expect(snapshot().linkage).toMatchObject({ isKept: false, verdict: 'accepted', effective: false })
  })

  it('leaves the other wish of the same request to be tried on', async () => {
    fixture.gateway.failNext(
      'resetSkills',
      { kind: 'unreachable', detail: '' },
      { kind: 'unreachable', detail: '' },
    )
    await fixture.desk.setLinkage(true, 'window')
    await fixture.desk.signInToSkills({ mode: 'none' }, 'window')
    expect((await fixture.desk.cancelWish('linkage')).ok).toBe(true)
    await fixture.clock.advance(10_000)
    expect(fixture.gateway.called('resetSkills').at(-1)).toEqual([
      '101',
      { mode: 'list', skillIds: [] },
      false,
    ])
    expect(snapshot().skills.isKept).toBe(false)
  })

  it('in a gap takes no other with it whose request is under way', async () => {
    fixture.gateway.hold('resetSkills')
    void fixture.desk.signInToSkills({ mode: 'none' }, 'window')
    await fixture.settle()
    await fallSilent(fixture)
    await fixture.desk.setLinkage(true, 'window')
    expect((await fixture.desk.cancelWish('linkage')).ok).toBe(true)
    expect(snapshot()).toMatchObject({ linkage: { isKept: false }, skills: { isKept: true } })
    fixture.gateway.failNext('resetSkills', cut)
    fixture.gateway.held.at(-1)!.release()
    await comeBack(fixture)
    fixture.gateway.held.at(-1)!.release()
    await fixture.settle()
    expect(snapshot().skills).toMatchObject({
      isKept: false,
      line: { accepted: { value: [] }, failure: null },
    })
  })

  it('in a gap, with its request cut: the one before it is sent by the recovery', async () => {
    fixture.gateway.hold('resetSkills')
    fixture.gateway.failNext('resetSkills', cut)
    void fixture.desk.setLinkage(true, 'tray')
    await fixture.settle()
    await fallSilent(fixture)
    fixture.gateway.held.at(-1)!.release()
    await fixture.settle()
    expect(snapshot().linkage.isKept).toBe(true)
    expect((await fixture.desk.cancelWish('linkage')).ok).toBe(true)
    expect(snapshot().linkage).toMatchObject({
      isKept: true,
      effective: null,
      line: { wished: { value: false } },
    })
    await expectGoneBack()
  })

  it('in a gap, with an older request still under way: its late answer is not the last word', async () => {
    fixture.gateway.hold('resetSkills')
    void fixture.desk.setLinkage(true, 'window')
    await fixture.settle()
    await fallSilent(fixture)
    await fixture.desk.setLinkage(false, 'window')
    await fixture.desk.setLinkage(true, 'window')
    expect((await fixture.desk.cancelWish('linkage')).ok).toBe(true)
    fixture.gateway.held.at(-1)!.release()
    await fixture.settle()
    expect(snapshot().linkage).toMatchObject({
      isKept: true,
      effective: true,
      line: { wished: { value: false } },
    })
    await expectGoneBack()
  })

  it('can itself be the one before: then nobody knows what is in force, and nothing is sent', async () => {
    fixture.gateway.failNext('resetSkills', timedOut, timedOut)
    await fixture.desk.setLinkage(true, 'window')
    await fixture.desk.cancelWish('linkage')
    await fixture.settle()
    expect(snapshot().linkage.isKept).toBe(true)
    expect((await fixture.desk.cancelWish('linkage')).ok).toBe(true)
    await fixture.clock.advance(60_000)
    expect(flags()).toEqual([true, false])
    expect(snapshot().linkage).toMatchObject({ isKept: false, verdict: 'unknown', effective: null })
  })

  it('can be one that waits because a lost request may have undone it', async () => {
    fixture.gateway.failNext('resetSkills', timedOut)
    await fixture.desk.setLinkage(true, 'window')
    await fixture.desk.setLinkage(false, 'window')
    await fallSilent(fixture)
    for (let poll = 0; poll < 40; poll += 1) fixture.gateway.failPoll(timedOut)
    await fixture.clock.advance(16_000)
    expect(snapshot()).toMatchObject({ linkage: { isKept: true }, skills: { isKept: false } })
    expect((await fixture.desk.cancelWish('linkage')).ok).toBe(true)
    expect(snapshot().linkage).toMatchObject({ isKept: false, effective: null })
  })

  it.each([true, false])(
    'can be one of the last session that met silence at the sign-in (always off hook: %s)',
    async (isAlwaysOffHook) => {
      fixture = createFixture()
      fixture.gateway.failNext('setAutoIdle', cut)
      await fixture.signIn({ isAlwaysOffHook })
      expect(snapshot().afterCall.isKept).toBe(true)
      const before = fixture.gateway.called('setAutoIdle').length
      expect((await fixture.desk.cancelWish('after-call')).ok).toBe(true)
      await fixture.clock.advance(60_000)
      expect(fixture.gateway.called('setAutoIdle').length).toBe(before)
      expect(snapshot().afterCall).toMatchObject({ isKept: false, verdict: 'unknown' })
    },
  )
})
