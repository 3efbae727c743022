import { beforeEach, describe, expect, it } from 'vitest'
import type { NoticeContent } from '../../shared/domain/notice.ts'
import { createFixture, rosterOf, type DeskFixture } from './testing/desk-fixture.ts'

const cut = { kind: 'cut' } as const
const refused = { kind: 'refused', reason: 'platform-refused', retcode: '100-007', message: '' } as const
const sessionGone = { kind: 'session-gone', retcode: '100-006', message: '' } as const

const cuts = (count: number) => Array.from({ length: count }, () => cut)

describe('a request that met silence while polls go on', () => {
  let fixture: DeskFixture
  const snapshot = () => fixture.desk.snapshot
  const calls = (method: 'setAutoIdle' | 'resetSkills'): number => fixture.gateway.called(method).length
  const notices = (): readonly NoticeContent[] => snapshot().notices.map(({ content }) => content)

  beforeEach(async () => {
    fixture = createFixture()
    await fixture.signIn()
    fixture.gateway.status = { state: 'busy', isInCall: false }
    fixture.gateway.emit({ type: 'busy', reason: 1, isForced: false })
    await fixture.clock.advance(100)
  })

  it('is not sent again when the gateway said no', async () => {
    const before = calls('setAutoIdle')
    fixture.gateway.failNext('setAutoIdle', refused)
    expect(await fixture.desk.setAfterCall(false, 'window')).toMatchObject({ error: { code: 'refused' } })
    await fixture.clock.advance(60_000)
    expect(calls('setAutoIdle') - before).toBe(1)
    expect(snapshot().afterCall).toMatchObject({ isKept: false, verdict: 'failed' })
  })

  it('is sent again a few times, then given up with a notice', async () => {
    const before = calls('setAutoIdle')
    fixture.gateway.failNext('setAutoIdle', ...cuts(6))
    await fixture.desk.setAfterCall(false, 'window')
    expect(snapshot().afterCall).toMatchObject({ isKept: true, verdict: 'uncertain' })
    expect(notices()).toEqual([])
    await fixture.clock.advance(200_000)
    expect(calls('setAutoIdle') - before).toBe(6)
    expect(snapshot().afterCall).toMatchObject({ isKept: false, verdict: 'uncertain' })
    expect(notices()).toMatchObject([{ kind: 'wish-failed', wish: 'after-call' }])
  })

  it.each([
    ['after-call', (desk: DeskFixture['desk']) => desk.setAfterCall(false, 'tray'), 'setAutoIdle'],
    ['linkage', (desk: DeskFixture['desk']) => desk.setLinkage(true, 'tray'), 'resetSkills'],
    ['skills', (desk: DeskFixture['desk']) => desk.signInToSkills({ mode: 'none' }, 'tray'), 'resetSkills'],
  ] as const)('is no failure: the wish for %s is kept, and carried out', async (_wish, ask, method) => {
    fixture.gateway.roster = rosterOf({})
    fixture.gateway.failNext(method, cut)
    expect(await ask(fixture.desk)).toEqual({ ok: true, value: null })
    await fixture.clock.advance(10_000)
    const { afterCall, linkage, skills } = snapshot()
    for (const { isKept, line } of [afterCall, linkage, skills]) {
      expect([isKept, line.failure, line.accepted?.value]).toEqual([false, null, line.wished?.value])
    }
    expect(notices().filter(({ kind }) => kind === 'wish-failed')).toEqual([])
  })

  it('of the skills is looked into the roster for once it was accepted', async () => {
    fixture.gateway.failNext('resetSkills', cut)
    await fixture.desk.signInToSkills({ mode: 'chosen', skillIds: [1] }, 'window')
    await fixture.settle()
    fixture.gateway.roster = rosterOf({ 1: ['101'] })
    await fixture.clock.advance(10_000)
    expect(snapshot().skills).toMatchObject({ verdict: 'confirmed', effective: [1] })
  })

  it('is not among what a gap has sent while it meets silence again', async () => {
    fixture.gateway.failPoll(cut)
    await fixture.settle()
    await fixture.desk.setAfterCall(false, 'window')
    fixture.gateway.failNext('setAutoIdle', cut)
    fixture.gateway.emit(null)
    await fixture.clock.advance(1_000)
    expect(snapshot().session.phase).toBe('online')
    expect(snapshot().absence?.changes ?? []).not.toContainEqual(
      expect.objectContaining({ kind: 'wish-sent' }),
    )
  })

  it('is sent again when the silence turns out to be a gap', async () => {
    const before = calls('setAutoIdle')
    fixture.gateway.failNext('setAutoIdle', { kind: 'unreachable', detail: 'ECONNREFUSED' })
    const asked = fixture.desk.setAfterCall(false, 'window')
    fixture.gateway.failPoll(cut)
    await fixture.settle()
    expect(snapshot().session.phase).toBe('doubtful')
    await asked
    fixture.gateway.emit(null)
    await fixture.clock.advance(2_000)
    expect(calls('setAutoIdle') - before).toBe(2)
    expect(snapshot().afterCall).toMatchObject({ isKept: false, effective: false })
  })

  it('counts its own tries: another one is not given up with it', async () => {
    fixture.gateway.failNext('resetSkills', ...cuts(6))
    fixture.gateway.failNext('setAutoIdle', ...cuts(5))
    await Promise.all([fixture.desk.setAfterCall(false, 'window'), fixture.desk.setLinkage(true, 'window')])
    await fixture.clock.advance(300_000)
    expect(snapshot().linkage).toMatchObject({ isKept: false, verdict: 'uncertain' })
    expect(snapshot().afterCall).toMatchObject({ isKept: false, verdict: 'accepted', effective: false })
    expect(notices()).toMatchObject([{ kind: 'wish-failed', wish: 'linkage' }])
  })

  it('tells of every wish that was given up with it', async () => {
    fixture.gateway.failNext('resetSkills', ...cuts(20))
    await fixture.desk.setLinkage(true, 'window')
    await fixture.desk.signInToSkills({ mode: 'none' }, 'window')
    await fixture.clock.advance(300_000)
    expect(notices()).toMatchObject([
      { kind: 'wish-failed', wish: 'linkage' },
      { kind: 'wish-failed', wish: 'skills' },
    ])
  })

  it('has all its tries before it again after one that worked', async () => {
    const before = calls('setAutoIdle')
    fixture.gateway.failNext('setAutoIdle', ...cuts(5))
    await fixture.desk.setAfterCall(false, 'window')
    await fixture.desk.setAfterCall(true, 'window')
    await fixture.clock.advance(5_000)
    expect(calls('setAutoIdle') - before).toBe(6)
    expect(snapshot().afterCall).toMatchObject({ isKept: false, verdict: 'accepted', effective: true })
    // The first one may have come late, so the last one is sent once more, without a new wish.
    fixture.gateway.failNext('setAutoIdle', ...cuts(5))
    await fixture.clock.advance(200_000)
    expect(calls('setAutoIdle') - before).toBe(12)
    expect(snapshot().afterCall).toMatchObject({ isKept: false, verdict: 'accepted', effective: true })
    expect(notices()).toEqual([])
  })

  it('says nothing about the next session, and nothing on the way out', async () => {
    fixture.gateway.hold('setAutoIdle')
    const asked = fixture.desk.setAfterCall(false, 'window')
    await fixture.settle()
    fixture.gateway.failPoll(sessionGone)
    await fixture.settle()
    fixture.gateway.held.at(-1)!.release()
    expect(await asked).toMatchObject({ error: { code: 'superseded' } })
    await fixture.clock.advance(60_000)
    expect(snapshot().afterCall.isKept).toBe(false)
    expect(notices()).toMatchObject([{ kind: 'session-ended' }])
  })

  it('makes what is in force uncertain when the next try is refused', async () => {
    fixture.gateway.failNext('resetSkills', cut, refused)
    await fixture.desk.setLinkage(true, 'window')
    await fixture.clock.advance(10_000)
    expect(snapshot().linkage).toMatchObject({ verdict: 'failed', effective: null, isKept: false })
    expect(snapshot().skills.line.accepted?.value).toEqual([1, 2, 5])
    expect(notices()).toMatchObject([{ kind: 'wish-failed', wish: 'linkage' }])
  })
})
