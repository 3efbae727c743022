import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addAll, extend, keepOnly, nothingSelected, removeAll, toggle, type Selection } from './selection.ts'

const shown = ['a', 'b', 'c', 'd', 'e'] as const
const keys = ({ selected }: Selection): string => [...selected].sort().join('')

describe('a range', () => {
  test('begins where the last choice was made, in either direction', () => {
    const at = toggle(nothingSelected, 'c')
    expect(keys(extend(at, shown, 'c', 'e'))).toBe('cde')
    expect(keys(extend(at, shown, 'c', 'a'))).toBe('abc')
  })

  test('gives free what it has added when it shrinks, and nothing else', () => {
    const chosen = toggle(toggle(nothingSelected, 'e'), 'a')
    const long = extend(chosen, shown, 'a', 'd')
    expect(keys(long)).toBe('abcde')
    expect(keys(extend(long, shown, 'd', 'b'))).toBe('abe')
  })

  test('begins at the focused row when nothing was chosen, or what was chosen is not shown', () => {
    expect(keys(extend(nothingSelected, shown, 'b', 'd'))).toBe('bcd')
    expect(keys(extend(toggle(nothingSelected, 'z'), shown, 'b', 'c'))).toBe('bcz')
  })

  test('to and from what is not shown takes what is named', () => {
    expect(keys(extend(nothingSelected, shown, 'y', 'z'))).toBe('z')
  })
})

test('what is not shown stays as it is when all shown are taken or left', () => {
  const hidden = toggle(nothingSelected, 'z')
  const all = addAll(hidden, shown)
  expect(keys(all)).toBe('abcdez')
  expect(keys(removeAll(all, shown))).toBe('z')
})

test('what is gone is not selected any more, nor the begin of a range', () => {
  const kept = keepOnly(addAll(toggle(nothingSelected, 'b'), shown), new Set(['a', 'c']))
  expect([keys(kept), kept.anchor]).toEqual(['ac', null])
})

test('whatever is done, only what was shown is ever selected', () => {
  const key = fc.constantFrom(...shown)
  const step = fc.oneof(
    key.map((one) => (at: Selection) => toggle(at, one)),
    fc.tuple(key, key).map(
      ([from, to]) =>
        (at: Selection) =>
          extend(at, shown, from, to),
    ),
    fc.constant((at: Selection) => addAll(at, shown)),
    fc.subarray([...shown]).map((some) => (at: Selection) => removeAll(at, some)),
    fc.subarray([...shown]).map((some) => (at: Selection) => keepOnly(at, new Set(some))),
  )
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const { selected } = steps.reduce<Selection>((at, act) => act(at), nothingSelected)
      expect([...selected].every((one) => shown.some((known) => known === one))).toBe(true)
    }),
  )
})
