import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { createSteadyNow } from './steady-now.ts'

const start = 1_700_000_000_000

describe('createSteadyNow', () => {
  let wall: number
  let monotonic: number
  let now: () => number

  /** Time goes by on both clocks. */
  const pass = (ms: number): void => {
    wall += ms
    monotonic += ms
  }

  beforeEach(() => {
    wall = start
    monotonic = 5_000.25
    now = createSteadyNow({ wall: () => wall, monotonic: () => monotonic })
  })

  it('reads no clock before it is asked', () => {
    wall = start + 60_000
    expect(now()).toBe(start + 60_000)
  })

  it.each([-1, -1_500, -3_600_000])(
    'does not go back with a wall clock set by %d ms, and goes on',
    (step) => {
      now()
      pass(2_000)
      wall += step
      expect(now()).toBe(start + 2_000)
      pass(500)
      expect(now()).toBe(start + 2_500)
    },
  )

  it('goes with the wall clock again once that has caught up, and not before', () => {
    now()
    wall -= 10_000
    pass(1_000)
    expect(now()).toBe(start + 1_000)
    wall += 10_000
    expect(now()).toBe(start + 1_000)
    wall += 5_000
    expect(now()).toBe(start + 6_000)
  })

  it.each([
    ['takes no drift for a step', 1_000, 0],
    ['leaps with a clock set forward', 1_001, 1_001],
    ['leaps over a sleep in which the monotonic clock stood still', 36_000_000, 36_000_000],
  ])('%s', (_title, aheadMs, leapMs) => {
    now()
    pass(3_000)
    wall += aheadMs
    expect(now()).toBe(start + 3_000 + leapMs)
    pass(700)
    expect(now()).toBe(start + 3_700 + leapMs)
  })

  it('sees a sleep in which both clocks went on', () => {
    now()
    pass(600_000)
    expect(now()).toBe(start + 600_000)
  })

  it('gives whole milliseconds', () => {
    now()
    monotonic += 1.75
    expect(now()).toBe(start + 1)
  })

  it('never goes back, runs no slower than the monotonic clock, and is never more than a second behind', () => {
    const step = fc.record({
      passed: fc.double({ min: 0, max: 20_000, noNaN: true }),
      wallStep: fc.oneof(fc.constant(0), fc.integer({ min: -7_200_000, max: 7_200_000 })),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        wall = start
        monotonic = 0
        now = createSteadyNow({ wall: () => wall, monotonic: () => monotonic })
        let last = now()
        for (const { passed, wallStep } of steps) {
          wall += Math.floor(passed) + wallStep
          monotonic += passed
          const at = now()
          expect(at - last).toBeGreaterThanOrEqual(Math.floor(passed))
          expect(wall - at).toBeLessThanOrEqual(1_000)
          last = at
        }
      }),
    )
  })
})
