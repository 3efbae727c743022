import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sortInTurns } from './sort-in-turns.ts'

interface Item {
  readonly key: number
  readonly place: number
}
const byKey = (a: Item, b: Item): number => a.key - b.key
const items = (length: number, keyOf: (place: number) => number): readonly Item[] =>
  Array.from({ length }, (_, place) => ({ key: keyOf(place), place }))

it.each([0, 1, 1_999, 2_000, 2_001, 6_001, 25_000])('sorts %i items as one piece would', async (length) => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 9_973 }),
      fc.integer({ min: 1, max: 5_000 }),
      async (step, keys) => {
        const given = items(length, (place) => (place * step) % keys)
        const before = [...given]
        const sorted = await sortInTurns(given, byKey, async () => undefined)
        // Equal ones stay in their order, and the list that was given is left as it was.
        expect(sorted).toEqual(before.toSorted(byKey))
        expect(given).toEqual(before)
      },
    ),
    { numRuns: 3, seed: 11 },
  )
})

it('lets others have their turn between pieces', async () => {
  let turns = 0
  let compared = 0
  let most = 0
  const counting = (a: Item, b: Item): number => {
    compared += 1
    return byKey(a, b)
  }
  await sortInTurns(
    items(25_000, (place) => (place * 7_919) % 25_000),
    counting,
    async () => {
      turns += 1
      most = Math.max(most, compared)
      compared = 0
    },
  )
  expect(turns).toBeGreaterThanOrEqual(13)
  expect(most).toBeLessThanOrEqual(25_000)
})
