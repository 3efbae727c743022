import { describe, expect, it } from 'vitest'
import { createFixture, type DeskFixture } from './testing/desk-fixture.ts'

const cut = { kind: 'cut' } as const

/** What happens in the session before the gateway ends it. */
type Before = (fixture: DeskFixture) => Promise<unknown>

const nothing: Before = async () => undefined

async function endedAfter(before: Before, beforeSignIn = nothing): Promise<DeskFixture> {
  const fixture = createFixture()
  await beforeSignIn(fixture)
  await fixture.signIn()
  await fixture.clock.advance(5_000)
  await before(fixture)
  await fixture.settle()
  fixture.gateway.failPoll({ kind: 'session-gone', retcode: '100-006', message: '' })
  await fixture.clock.advance(300)
  expect(fixture.desk.snapshot.session.phase).toBe('ended')
  return fixture
}

const lose: Before = async ({ desk, gateway }) => {
  gateway.failNext('resetSkills', cut)
  await desk.setLinkage(true, 'window')
  await desk.setLinkage(false, 'window')
}

describe('the end of a session', () => {
  it.each<[string, Before, Before?]>([
    [
      'a wish that was to be sent again',
      async ({ desk, gateway }) => {
        gateway.failNext('setAutoIdle', cut)
        await desk.setAfterCall(false, 'window')
        expect(desk.snapshot.afterCall.isKept).toBe(true)
      },
    ],
    ['a request that might have come late', lose],
    [
      'a list that was to be read again',
      nothing,
      async ({ gateway }) => gateway.failNext('vdnSkills', ...Array.from({ length: 99 }, () => cut)),
    ],
  ])('stops waiting for %s', async (_what, before, beforeSignIn) => {
    const plain = await endedAfter(nothing)
    const other = await endedAfter(before, beforeSignIn)
    expect(other.clock.pendingTimers).toBe(plain.clock.pendingTimers)
    const { afterCall, linkage, skills } = other.desk.snapshot
    expect([afterCall.isKept, linkage.isKept, skills.isKept]).toEqual([false, false, false])
  })

  it('sends nothing once more under the next session for what the last one lost', async () => {
    const fixture = await endedAfter(lose)
    await fixture.signIn()
    const before = fixture.gateway.called('resetSkills').length
    await fixture.clock.advance(60_000)
    expect(fixture.gateway.called('resetSkills').length).toBe(before)
  })

  it('takes with it what was wished before: the next one cannot go back to it', async () => {
    const fixture = await endedAfter(async ({ desk, gateway, clock }) => {
      gateway.failPoll(cut)
      await clock.advance(0)
      await desk.setAfterCall(false, 'window')
    })
    fixture.gateway.failNext('setAutoIdle', cut)
    await fixture.signIn()
    expect(fixture.desk.snapshot.afterCall.isKept).toBe(true)
    expect((await fixture.desk.cancelWish('after-call')).ok).toBe(true)
    const { afterCall } = fixture.desk.snapshot
    expect(afterCall).toMatchObject({ isKept: false, line: { wished: null }, effective: null })
  })

  it('makes an answer that comes under the next session say nothing about it', async () => {
    const fixture = await endedAfter(async ({ desk, gateway, clock }) => {
      gateway.hold('setAutoIdle')
      void desk.setAfterCall(true, 'window')
      await clock.advance(0)
      void desk.setAfterCall(false, 'window')
      await clock.advance(0)
    })
    await fixture.signIn()
    const [old, restored] = fixture.gateway.held
    restored!.release()
    await fixture.settle()
    expect(fixture.desk.snapshot.afterCall).toMatchObject({ verdict: 'accepted', effective: false })
    fixture.gateway.failNext('setAutoIdle', cut)
    old!.release()
    await fixture.clock.advance(60_000)
    expect(fixture.desk.snapshot.afterCall).toMatchObject({ verdict: 'accepted', effective: false })
  })
})
