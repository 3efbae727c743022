import { describe, expect, it } from 'vitest'
import { falseStretches, Steps } from './steps.ts'

const steps = new Steps([
  { atMs: 10, value: 'a' },
  { atMs: 20, value: 'b' },
  { atMs: 20, value: 'c' },
  { atMs: 30, value: 'd' },
])

describe('Steps', () => {
  it.each([
    [9, undefined, undefined],
    [10, 'a', 10],
    [19, 'a', 10],
    [20, 'c', 20],
    [99, 'd', 30],
  ])('at %d', (ms, value, since) => {
    expect(steps.at(ms)).toBe(value)
    expect(steps.since(ms)).toBe(since)
  })

  it.each([
    ['before it began', 0, 9, 'a', false],
    ['at the moment it began', 0, 10, 'a', true],
    ['while it holds', 15, 16, 'a', true],
    ['at the moment it ends', 20, 25, 'a', true],
    ['after it ended', 21, 25, 'a', false],
    ['for no time at all', 20, 20, 'b', true],
    ['a moment later', 21, 40, 'b', false],
  ])('was ever so, %s', (_when, fromMs, untilMs, value, expected) => {
    expect(steps.wasEver(fromMs, untilMs, (held) => held === value)).toBe(expected)
  })
})

describe('falseStretches', () => {
  const truth = new Steps([
    { atMs: 0, value: 1 },
    { atMs: 50, value: 2 },
  ])
  const claims = (...changes: readonly [number, number | null][]): Steps<number | null> =>
    new Steps(changes.map(([atMs, value]) => ({ atMs, value })))
  const same = (claim: number, value: number | undefined): boolean => claim === value

  it.each([
    ['a claim that holds', claims([10, 1], [40, null]), []],
    ['nothing claimed', claims([0, null]), []],
    ['a claim that becomes false and is taken back', claims([10, 1], [70, null]), [[50, 70]]],
    ['a claim that becomes true', claims([10, 2], [70, null]), [[10, 50]]],
    ['a claim that stays false', claims([60, 1]), [[60, 100]]],
    ['a false claim repeated is one stretch', claims([60, 1], [80, 1]), [[60, 100]]],
  ])('%s', (_name, claimed, expected) => {
    const found = falseStretches(claimed, truth, 100, same)
    expect(found.map(({ fromMs, untilMs }) => [fromMs, untilMs])).toEqual(expected)
  })
})
