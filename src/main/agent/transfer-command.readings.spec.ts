import { beforeEach, describe, expect, it } from 'vitest'
import { callIn } from './testing/busy-desk.ts'
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

  it.each([0, 1, 4])('overtaken %i times it is made again, and the call is moved once', async (times) => {
    const transfer = fixture.desk.transferLongestWaiting(2)
    await fixture.settle()
    await overtake(times)
    expect(moved()).toEqual([])
    await finish()
    expect(await transfer).toMatchObject({ ok: true })
    expect(moved()).toEqual([['101', 'c-1', 2]])
  })

  it('overtaken five times it is given up: nothing is moved by what another reading showed', async () => {
    const transfer = fixture.desk.transferLongestWaiting(2)
    await fixture.settle()
    await overtake(5)
    await finish()
    expect(await transfer).toMatchObject({ error: { code: 'superseded' } })
    expect(moved()).toEqual([])
  })

  it('that fails is not made again', async () => {
    fixture.gateway.failNext('waitingCalls', { kind: 'timed-out' })
    const transfer = fixture.desk.transferLongestWaiting(2)
    await fixture.settle()
    await finish()
    expect(await transfer).toMatchObject({ error: { code: 'timed-out' } })
    expect(moved()).toEqual([])
  })
})
