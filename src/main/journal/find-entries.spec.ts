import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../time/testing/manual-clock.ts'
import { findEntries } from './find-entries.ts'
import type { Journal } from './journal.ts'
import { JournalFolder, recordNumbered } from './testing/journal-fixture.ts'

/** More than a reading gives when it is not told how many, and more than memory holds here. */
const count = 500

let folder: JournalFolder
let journal: Journal
beforeEach(async () => {
  folder = await JournalFolder.create()
  journal = await folder.open({ clock: new ManualClock(), capacity: 100 })
  recordNumbered(journal, count)
  await journal.flush()
})
afterEach(async () => {
  await folder.remove()
})

describe('findEntries', () => {
  it.each([
    ['nothing for nothing', [], []],
    ['nothing for entries that are not there', [0, -1, count + 1, 1.5, Number.NaN], []],
    ['each once, however often it was named', [7, 7, 7], [7]],
    ['the oldest first, in whatever order they were named', [300, 2, count, 1], [1, 2, 300, count]],
    ['those that are still there', [9999, 4], [4]],
  ] as const)('finds %s', async (_what, wanted, found) => {
    expect((await findEntries(journal, wanted)).map(({ id }) => id)).toEqual(found)
  })
})
