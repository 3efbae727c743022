import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pollDelayMs } from './poll-delay.ts'

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('pollDelayMs', () => {
  it.each(['sign-in', 'event', 'recovery'] as const)('polls at once after %s', (after) => {
    expect(pollDelayMs({ type: 'poll', after, failures: 0 }, () => 0.9)).toBe(0)
  })

  it('keeps 200 to 500 ms after an empty answer', () => {
    fc.assert(
      fc.property(fraction, (random) => {
        const delay = pollDelayMs({ type: 'poll', after: 'empty', failures: 0 }, () => random)
        expect(delay).toBeGreaterThanOrEqual(200)
        expect(delay).toBeLessThanOrEqual(500)
      }),
    )
  })

  it('grows after failures, with jitter over the whole range, never beyond 4 s', () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: 1, max: 5000 }), (random, failures) => {
        const delay = pollDelayMs({ type: 'poll', after: 'failure', failures }, () => random)
        expect(delay).toBeGreaterThanOrEqual(200)
        expect(delay).toBeLessThanOrEqual(4000)
      }),
    )
    const highest = (failures: number): number =>
      pollDelayMs({ type: 'poll', after: 'failure', failures }, () => 0.9999)
    expect([1, 4, 5, 9, 10, 14, 15, 100].map(highest)).toEqual([500, 500, 1000, 1000, 2000, 2000, 4000, 4000])
  })
})
