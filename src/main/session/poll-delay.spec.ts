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

  it.each(['failure', 'trouble'] as const)(
    'draws the pause after %s from the whole range, never beyond 4 s',
    (after) => {
      fc.assert(
        fc.property(fraction, fc.integer({ min: 1, max: 5000 }), (random, failures) => {
          const delay = pollDelayMs({ type: 'poll', after, failures }, () => random)
          expect(delay).toBeGreaterThanOrEqual(200)
          expect(delay).toBeLessThanOrEqual(4000)
        }),
      )
      expect(pollDelayMs({ type: 'poll', after, failures: 30 }, () => 0)).toBe(200)
    },
  )

  it.each([
    ['failure', [1, 5, 6, 10, 11, 15, 16, 100, 5000], [500, 500, 1000, 1000, 2000, 2000, 4000, 4000, 4000]],
    ['trouble', [1, 2, 3, 4, 5, 100, 5000], [500, 1000, 2000, 4000, 4000, 4000, 4000]],
  ] as const)(
    'lets the longest pause after %s grow with the failures in a row',
    (after, failures, longest) => {
      const highest = failures.map((count) =>
        pollDelayMs({ type: 'poll', after, failures: count }, () => 0.9999),
      )
      expect(highest).toEqual(longest)
    },
  )
})
