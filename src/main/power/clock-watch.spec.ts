import { beforeEach, describe, expect, it } from 'vitest'
import { JumpingClock } from './testing/jumping-clock.ts'
import { ClockWatch } from './clock-watch.ts'

describe('ClockWatch', () => {
  let clock: JumpingClock
  let start: number
  let leaps: number[]
  let watch: ClockWatch

  beforeEach(() => {
    clock = new JumpingClock()
    start = clock.now()
    leaps = []
    watch = new ClockWatch({ clock, leapt: (from) => leaps.push(from - start) })
  })

  it('costs nothing while nobody wants to know', async () => {
    expect([clock.pendingTimers, watch.lastTickAt, watch.look()]).toEqual([0, null, null])
    watch.want(true)
    watch.want(true)
    expect(clock.pendingTimers).toBe(1)
    watch.want(false)
    clock.jump(60_000)
    await clock.advance(10_000)
    expect([clock.pendingTimers, leaps]).toEqual([0, []])
  })

  it('begins anew when it is wanted again: the time between is nobody’s gap', async () => {
    watch.want(true)
    watch.want(false)
    clock.jump(60_000)
    watch.want(true)
    await clock.advance(5_000)
    expect(leaps).toEqual([])
  })

  it.each([
    ['a busy machine', 2_999],
    ['a clock set back', -3_600_000],
  ])('takes %s for no gap, and goes on', async (_name, ms) => {
    watch.want(true)
    await clock.advance(2_000)
    clock.jump(ms)
    await clock.advance(10_000)
    expect(leaps).toEqual([])
    expect(clock.pendingTimers).toBe(1)
  })

  it.each([3_000, 30_000, 36_000_000])('tells a tick that comes %d ms late, once', async (ms) => {
    watch.want(true)
    await clock.advance(2_400)
    clock.jump(ms)
    await clock.advance(10_000)
    expect(leaps).toEqual([2_000])
  })

  it('tells each of several', async () => {
    watch.want(true)
    for (let n = 0; n < 3; n += 1) {
      clock.jump(5_000)
      await clock.advance(1_000)
    }
    expect(leaps).toEqual([0, 6_000, 12_000])
  })

  it('looks at once when asked, and does not tell the same a second time', async () => {
    watch.want(true)
    await clock.advance(1_000)
    expect(watch.look()).toBeNull()
    clock.jump(8_000)
    expect(watch.look()).toBe(start + 1_000)
    expect(watch.look()).toBeNull()
    await clock.advance(5_000)
    expect(leaps).toEqual([])
    expect(clock.pendingTimers).toBe(1)
  })

  it('leaves no timer behind', () => {
    watch.want(true)
    watch.dispose()
    expect(clock.pendingTimers).toBe(0)
  })
})
