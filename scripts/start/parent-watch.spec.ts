import { describe, expect, it } from 'vitest'
import { ManualClock } from '../../src/main/time/testing/manual-clock.ts'
import { watchParent } from './parent-watch.ts'

function setUp() {
  const clock = new ManualClock()
  const parent = { id: 4711, told: 0 }
  const cancel = watchParent(
    () => parent.id,
    clock,
    () => (parent.told += 1),
  )
  return { clock, parent, cancel }
}

describe('parent', () => {
  it('that lives is left alone', async () => {
    const { clock, parent } = setUp()
    await clock.advance(10_000)
    expect(parent.told).toBe(0)
  })

  it('that is gone is reported soon, and once', async () => {
    const { clock, parent } = setUp()
    await clock.advance(1_000)
    parent.id = 1
    await clock.advance(200)
    expect(parent.told).toBe(1)
    await clock.advance(10_000)
    expect([parent.told, clock.pendingTimers]).toEqual([1, 0])
  })

  it('that ended before it was watched is reported as well', async () => {
    const clock = new ManualClock()
    let told = 0
    watchParent(
      () => 1,
      clock,
      () => (told += 1),
      4711,
    )
    await clock.advance(200)
    expect(told).toBe(1)
  })

  it('is watched no more when nobody cares', async () => {
    const { clock, parent, cancel } = setUp()
    await clock.advance(1_000)
    cancel()
    parent.id = 1
    await clock.advance(10_000)
    expect([parent.told, clock.pendingTimers]).toEqual([0, 0])
  })
})
