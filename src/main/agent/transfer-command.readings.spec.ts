import { beforeEach, describe, expect, it } from 'vitest'
import { callIn, comeBack, fallSilent } from './testing/busy-desk.ts'
import { createFixture, type DeskFixture } from './testing/desk-fixture.ts'

/* The longest-waiting call is moved by what its own reading shows, and the window reads the same queues meanwhile. */

describe('the reading before the longest-waiting call is moved', () => {
  let fixture: DeskFixture

  /** Every answer that is held back comes, and what follows is under way: each query has had its turn. */
  const answer = async (): Promise<void> => {
    for (const held of fixture.gateway.held.splice(0)) held.release()
    await fixture.clock.advance(5_000)
  }

  /** Another reading begins while this one waits for its answer: this one tells nothing any more. */
  const overtake = async (times: number): Promise<void> => {
    for (let nth = 0; nth < times; nth += 1) {
      void fixture.desk.refreshWaiting()
      await fixture.settle()
      await answer()
    }
  }

  beforeEach(async () => {
    fixture = createFixture()
    await fixture.signIn()
    fixture.gateway.emit({ type: 'busy', reason: 1, isForced: false })
    await fixture.clock.advance(5_000)
    fixture.gateway.waiting.set(1, [callIn(1)])
    fixture.gateway.hold('waitingCalls')
  })

  /** Answers come at once from now on: all that is under way ends. */
  const finish = async (): Promise<void> => {
    for (let nth = 0; nth < 20; nth += 1) await answer()
  }
  const moved = (): readonly unknown[] => fixture.gateway.called('transferWaitingCall')

  it.each([0, 1, 9])(
    'overtaken %i times it is answered by the newest, and the call is moved once',
    async (times) => {
      const transfer = fixture.desk.transferLongestWaiting(2)
      await fixture.settle()
      await overtake(times)
      expect(moved()).toEqual([])
      await finish()
      expect(await transfer).toMatchObject({ ok: true })
      expect(moved()).toEqual([['101', 'c-1', 2]])
    },
  )

  it('that fails is not made again', async () => {
    fixture.gateway.failNext('waitingCalls', { kind: 'timed-out' })
    const transfer = fixture.desk.transferLongestWaiting(2)
    await fixture.settle()
    await finish()
    expect(await transfer).toMatchObject({ error: { code: 'timed-out' } })
    expect(moved()).toEqual([])
  })

  it('that a gap makes worthless says that the gateway is silent', async () => {
    const transfer = fixture.desk.transferLongestWaiting(2)
    await fixture.settle()
    await fallSilent(fixture)
    await finish()
    expect(await transfer).toMatchObject({ error: { code: 'unreachable' } })
    expect(moved()).toEqual([])
    await comeBack(fixture)
    fixture.desk.watch(1, ['waiting'])
    await finish()
    expect(fixture.desk.snapshot.waiting.read.readAt).not.toBeNull()
    expect(fixture.desk.snapshot.waiting.calls).toMatchObject([{ callId: 'c-1' }])
  })

  it('that the end of the session makes worthless says that nobody is signed in', async () => {
    const transfer = fixture.desk.transferLongestWaiting(2)
    await fixture.settle()
    await fixture.desk.signOut({ force: false }, 'window')
    await finish()
    expect(await transfer).toMatchObject({ error: { code: 'not-connected' } })
    expect(moved()).toEqual([])
  })
})

it('while the own queues are still being read the longest-waiting call cannot be moved, and that is said', async () => {
  const fixture = createFixture()
  for (const method of ['configuredSkills', 'vdnSkills', 'onlineAgents'] as const)
    fixture.gateway.hold(method)
  await fixture.signIn()
  expect(await fixture.desk.transferLongestWaiting(2)).toMatchObject({
    error: { code: 'refused', reason: 'not-now', unavailable: 'session-changing' },
  })
})
