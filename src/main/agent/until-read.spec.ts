import { describe, expect, it } from 'vitest'
import { setUpSession } from '../session/testing/session-fixture.ts'
import { UntilRead } from './until-read.ts'

/** A reading that fails as often as it is told to, and counts. */
function reading(failures: number) {
  const reads: number[] = []
  return {
    reads,
    read: async () => ({ ok: reads.push(0) > failures }),
  }
}

async function setUp() {
  const fixture = setUpSession()
  await fixture.signIn()
  const untilRead = new UntilRead({ session: fixture.session, clock: fixture.clock, random: () => 1 })
  const pendingBefore = fixture.clock.pendingTimers
  return { ...fixture, untilRead, left: () => fixture.clock.pendingTimers - pendingBefore }
}

describe('UntilRead', () => {
  it('reads nothing without a session', async () => {
    const { untilRead, session } = await setUp()
    await session.signOut(false, 'signed-out-by-user')
    const { reads, read } = reading(0)
    await untilRead.now('a', read)
    untilRead.soon('a', read)
    expect(reads).toHaveLength(0)
  })

  it('repeats ever more rarely until it has read, and then no more', async () => {
    const { untilRead, clock, left } = await setUp()
    const { reads, read } = reading(3)
    await untilRead.now('a', read)
    const counts: number[] = []
    for (const ms of [1_999, 1, 3_999, 1, 8_000, 100_000]) {
      await clock.advance(ms)
      counts.push(reads.length)
    }
    expect(counts).toEqual([1, 2, 2, 3, 4, 4])
    expect(left()).toBe(0)
  })

  it('stops with the session', async () => {
    const { untilRead, clock, session } = await setUp()
    const { reads, read } = reading(99)
    await untilRead.now('a', read)
    await session.signOut(false, 'signed-out-by-user')
    await clock.advance(60_000)
    expect(reads).toHaveLength(1)
  })

  it('keeps one reading per name, the newest', async () => {
    const { untilRead, clock } = await setUp()
    const [older, newer] = [reading(99), reading(0)]
    await untilRead.now('a', older.read)
    untilRead.soon('a', newer.read)
    await clock.advance(60_000)
    expect([older.reads.length, newer.reads.length]).toEqual([1, 1])
  })

  it('leaves nothing behind when it is stopped', async () => {
    const { untilRead, clock, left } = await setUp()
    const { reads, read } = reading(99)
    untilRead.soon('a', read)
    untilRead.soon('b', read)
    untilRead.stop()
    expect(left()).toBe(0)
    await clock.advance(60_000)
    expect(reads).toHaveLength(0)
  })
})
