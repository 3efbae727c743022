import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineOfMistake } from './json-syntax.ts'

describe('lineOfMistake', () => {
  it.each([
    ['', 1],
    ['{\n"a": }', 2],
    ['{\n"a": 1,\n}', 3],
    ['{\n"a": 1\n"b": 2\n}', 3],
    ['[1,\n2,\n03]', 3],
    ['[\n"a\nb"]', 2],
    ['{\n// no comments\n"a": 1}', 2],
    ["{\n\n'a': 1}", 3],
    ['{\n"a": [1,\n2', 3],
    ['{"a": "\\x"}', 1],
  ])('%j: line %i', (text, line) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
    expect(lineOfMistake(text)).toBe(line)
  })

  it('reads whatever is JSON to its end', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(lineOfMistake(`${text}\n\n!`.slice(0, -1))).toBe(text.split('\n').length)
        expect(lineOfMistake(`[${text},\n\n!]`)).toBe(text.split('\n').length + 2)
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})
