import { describe, expect, it } from 'vitest'
import { readCommandLine } from './command-line.ts'

describe('readCommandLine', () => {
  it.each([
    ['an unknown option', ['--sed', '1']],
    ['a word for a number', ['--seeds', 'many']],
    ['no seeds at all', ['--seeds', '0']],
    ['a broken number', ['--from', '1.5']],
    ['a negative number', ['--from=-1']],
    ['no workers', ['--workers', '0']],
    ['one seed and many', ['--seed', '1', '--seeds', '2']],
    ['something without a name', ['100']],
  ])('refuses %s', (_what, args) => {
    expect(() => readCommandLine(args)).toThrow()
  })

  it.each([
    [['--seeds', '50', '--from', '7', '--workers', '2'], { from: 7, count: 50, isSingle: false, workers: 2 }],
    [['--seed', '9', '--workers', '1'], { from: 9, count: 1, isSingle: true, workers: 1 }],
  ])('reads %j', (args, expected) => {
    expect(readCommandLine(args)).toEqual(expected)
  })

  it('runs a thousand seeds on every core when nothing is said', () => {
    const { from, count, isSingle, workers } = readCommandLine([])
    expect([from, count, isSingle]).toEqual([1, 1_000, false])
    expect(workers).toBeGreaterThan(0)
  })
})
