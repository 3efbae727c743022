import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineOf } from './locate.ts'

const TEXT = `{
  "a": 1,
  "b": [
    { "c": "}],\\"", "d":
      2 },
    [],
    {}, "x"
  ],
  "e\\"": null
}`

describe('lineOf', () => {
  it.each<[path: (string | number)[], line: number]>([
    [[], 1],
    [['a'], 2],
    [['b'], 3],
    [['b', 0], 4],
    [['b', 0, 'c'], 4],
    [['b', 0, 'd'], 5],
    [['b', 1], 6],
    [['b', 2], 7],
    [['b', 3], 7],
    [['e"'], 9],
    // What is not there is missing in what is around it.
    [['z'], 1],
    [['b', 9], 3],
    [['b', 0, 'z'], 4],
    [['a', 'z'], 2],
  ])('%j is on line %i', (path, line) => {
    expect(lineOf(TEXT, path)).toBe(line)
  })

  it('finds every value of any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        // With an indentation of one value per line, the nth value written is on a line of its own.
        const text = JSON.stringify(value, null, 1)
        const lines = text.split('\n')
        const check = (at: unknown, path: (string | number)[]): void => {
          const line = lines[lineOf(text, path) - 1] ?? ''
          const opening = JSON.stringify(at, null, 1).split('\n')[0] ?? ''
          expect(line.replace(/,$/, '').endsWith(opening)).toBe(true)
          if (Array.isArray(at)) for (const [index, each] of at.entries()) check(each, [...path, index])
          else if (typeof at === 'object' && at !== null) {
            for (const [key, each] of Object.entries(at)) check(each, [...path, key])
          }
        }
        check(value, [])
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})
