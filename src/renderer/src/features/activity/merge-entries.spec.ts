import { expect, test } from 'vitest'
import { journalEntry } from '../../testing/snapshots.ts'
import { maxLines, mergeNewest } from './merge-entries.ts'

/** Lines of these ids, newest first. */
const lines = (...ids: readonly number[]) => ids.map((id) => journalEntry({ id }))
const range = (from: number, downTo: number) =>
  Array.from({ length: from - downTo + 1 }, (_, index) => journalEntry({ id: from - index }))

test.each([
  ['nothing was known', [], [3, 2], [3, 2]],
  ['nothing is left', [3, 2], [], []],
  ['the ids began anew: another log', [90, 89], [2, 1], [2, 1]],
  ['nothing is new', [3, 2, 1], [3, 2], [3, 2, 1]],
  ['some are new', [3, 2, 1], [5, 4, 3], [5, 4, 3, 2, 1]],
  ['a full page does not reach what is known: there may be a hole', [3, 2], [9, 8, 7], [9, 8, 7]],
  ['a page that is not full has no hole, whatever the ids', [3, 2], [9, 7], [9, 7, 3, 2]],
])('%s', (_, known, page, expected) => {
  expect(mergeNewest(lines(...known), lines(...page), 3).map(({ id }) => id)).toEqual(expected)
})

test('the list is bounded, and the oldest lines go first', () => {
  const merged = mergeNewest(range(maxLines + 10, 11), lines(maxLines + 11, maxLines + 10), 100)
  expect(merged).toHaveLength(maxLines)
  expect([merged[0]?.id, merged.at(-1)?.id]).toEqual([maxLines + 11, 12])
})
