import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../shared/domain/journal.ts'
import { EntryRing } from './entry-ring.ts'
import { findEntries } from './find-entries.ts'

/** More than a reading gives when it is not told how many. */
const count = 500

const journal = new EntryRing(count, [])
for (let id = 1; id <= count; id += 1)
  journal.push({ id, at: id, kind: 'app', name: `entry-${id}`, cause: null, details: {} })

const idsOf = (entries: readonly JournalEntry[]): readonly number[] => entries.map(({ id }) => id)

describe('findEntries', () => {
  it.each([
    ['nothing for nothing', [], []],
    ['nothing for entries that are not there', [0, -1, count + 1, 1.5, Number.NaN], []],
    ['each once, however often it was named', [7, 7, 7], [7]],
    ['the oldest first, in whatever order they were named', [300, 2, count, 1], [1, 2, 300, count]],
    ['those that are still there', [9999, 4], [4]],
  ] as const)('finds %s', (_what, wanted, found) => {
    expect(idsOf(findEntries(journal, wanted))).toEqual(found)
  })

  it('forgets with the journal', () => {
    const small = new EntryRing(2, [])
    for (let id = 1; id <= 4; id += 1)
      small.push({ id, at: id, kind: 'app', name: 'x', cause: null, details: {} })
    expect(idsOf(findEntries(small, [1, 2, 3, 4]))).toEqual([3, 4])
  })
})
