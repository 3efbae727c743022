import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JournalEntry, NewJournalEntry } from '../../shared/domain/journal.ts'
import { ManualClock, settle } from '../time/testing/manual-clock.ts'
import { retryDelayMs } from './journal-file.ts'
import type { Journal } from './journal.ts'
import { JournalFolder, recordNumbered } from './testing/journal-fixture.ts'

let folder: JournalFolder
let clock: ManualClock
beforeEach(async () => {
  folder = await JournalFolder.create()
  clock = new ManualClock()
})
afterEach(async () => {
  await folder.remove()
})

const small = { maxSegmentBytes: 2000, maxSegments: 4 }
const names = (entries: readonly JournalEntry[]): string[] => entries.map(({ name }) => name)

async function all(journal: Journal): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = []
  for await (const entry of journal.readAll()) entries.push(entry)
  return entries
}

describe('a folder that cannot be used', () => {
  it('is told once; the journal goes on in memory, and says so', async () => {
    const journal = await folder.open({ folder: '/dev/null/journal', clock })
    recordNumbered(journal, 2)
    await journal.flush()
    recordNumbered(journal, 1, 3)
    await clock.advance(3 * retryDelayMs)
    expect(journal.isKept).toBe(false)
    expect(names(journal.recent())).toEqual(['entry-3', 'entry-2', 'entry-1'])
    expect(names(await all(journal))).toEqual(['entry-1', 'entry-2', 'entry-3'])
    expect(folder.problems).toEqual([
      { operation: 'read', code: 'ENOTDIR' },
      { operation: 'write', code: 'ENOTDIR' },
    ])
  })

  it('is used as soon as it can be, with everything recorded meanwhile', async () => {
    await writeFile(folder.path, 'a file in the place of the folder')
    const journal = await folder.open({ clock })
    recordNumbered(journal, 2)
    await settle()
    await rm(folder.path)
    await clock.advance(retryDelayMs)
    await journal.flush()
    expect(journal.isKept).toBe(true)
    expect(await folder.entries()).toMatchObject([
      { name: 'entry-1' },
      { name: 'entry-2' },
      { kind: 'app', name: 'journal-written-again', cause: 'EEXIST', details: { lost: 0 } },
    ])
  })

  it('is told again when it cannot be used again, and each time that it can', async () => {
    let recoveries = 0
    const journal = await folder.open({ clock, onKeptAgain: () => (recoveries += 1) })
    for (let outage = 1; outage <= 2; outage += 1) {
      await rm(folder.path, { recursive: true, force: true })
      await writeFile(folder.path, 'a file in the place of the folder')
      recordNumbered(journal, 1)
      await journal.flush()
      expect([folder.problems.length, recoveries]).toEqual([outage, outage - 1])
      await rm(folder.path)
      await journal.flush()
      expect([journal.isKept, recoveries]).toEqual([true, outage])
    }
  })

  it.skipIf(process.platform !== 'linux')('nor a full disk: written once it has room', async () => {
    await mkdir(folder.path)
    await symlink('/dev/full', folder.segment(1))
    const journal = await folder.open({ clock })
    recordNumbered(journal, 1)
    await journal.flush()
    expect(folder.problems).toEqual([
      { operation: 'read', code: 'EFTYPE' },
      { operation: 'write', code: 'ENOSPC' },
    ])
    await rm(folder.segment(1))
    await journal.flush()
    expect(names(await folder.entries())[0]).toBe('entry-1')
  })
})

describe('record', () => {
  it('never throws, whatever it is given', async () => {
    const journal = await folder.open({ clock })
    expect(journal.record(null as unknown as NewJournalEntry)).toBe(1)
    expect(journal.recent()).toMatchObject([{ id: 1, kind: 'app', name: 'entry-refused' }])
  })

  it('stamps and counts', async () => {
    const journal = await folder.open({ clock })
    expect(recordNumbered(journal, 2)).toEqual([1, 2])
    expect(journal.recent()[0]).toMatchObject({ id: 2, at: clock.now() })
  })

  it('goes on in memory after the end', async () => {
    const journal = await folder.open({ clock })
    await journal.dispose()
    recordNumbered(journal, 1)
    await journal.flush()
    expect(names(journal.recent())).toEqual(['entry-1'])
    expect(clock.pendingTimers).toBe(0)
  })
})

describe('the next start', () => {
  it('shows the end of the last one, and counts on', async () => {
    const first = await folder.open({ clock })
    recordNumbered(first, 3)
    await first.dispose()
    const second = await folder.open({ clock })
    expect(second.recent()).toEqual(first.recent())
    expect(recordNumbered(second, 1, 4)).toEqual([4])
    expect(names(await all(second))).toEqual(['entry-1', 'entry-2', 'entry-3', 'entry-4'])
  })

  it('reads over segments back to what memory holds, and no further', async () => {
    const first = await folder.open({ clock, limits: small })
    recordNumbered(first, 40)
    await first.dispose()
    expect((await folder.files()).length).toBeGreaterThan(2)
    // Reading it would be reported.
    await rm(folder.segment(1))
    await mkdir(folder.segment(1))
    const second = await folder.open({ clock, limits: small, capacity: 15 })
    expect(folder.problems).toEqual([])
    expect(names(second.recent({ limit: 99 }))).toEqual(
      Array.from({ length: 15 }, (_, n) => `entry-${40 - n}`),
    )
  })

  it.each([19, 20, 21, 39, 40, 41])('holds all that memory has room for, of %i entries', async (count) => {
    const first = await folder.open({ clock })
    recordNumbered(first, count)
    await first.dispose()
    const second = await folder.open({ clock, capacity: 20 })
    expect(second.recent()).toEqual(first.recent({ limit: 20 }))
  })
})

describe('a page', () => {
  const ids = (entries: readonly JournalEntry[]): number[] => entries.map(({ id }) => id)
  const down = (from: number, to: number): number[] =>
    Array.from({ length: from - to + 1 }, (_, n) => from - n)

  const fill = async (options: Parameters<JournalFolder['open']>[0] = {}): Promise<Journal> => {
    const journal = await folder.open({
      clock,
      limits: { ...small, maxSegments: 20 },
      capacity: 5,
      ...options,
    })
    recordNumbered(journal, 40)
    await journal.flush()
    expect((await folder.files()).length).toBeGreaterThan(2)
    return journal
  }

  it('is what memory holds when no more is asked for, and no file is read', async () => {
    const journal = await fill()
    await rm(folder.path, { recursive: true })
    await writeFile(folder.path, 'reading it would be reported')
    expect(ids(await journal.page({ limit: 5 }))).toEqual(down(40, 36))
    expect(ids(await journal.page({ limit: 9, isRecentOnly: true }))).toEqual(down(40, 36))
    expect(folder.problems).toEqual([])
    await journal.page({ limit: 6 })
    expect(folder.problems).toEqual([{ operation: 'read', code: 'ENOTDIR' }])
  })

  it.each([
    ['goes on in the files, without a hole and without a line twice', { limit: 30 }, down(40, 11)],
    ['begins in the files', { beforeId: 20, limit: 3 }, [19, 18, 17]],
    ['ends with the first entry', { beforeId: 4, limit: 9 }, [3, 2, 1]],
    ['ends where nothing is older', { beforeId: 1 }, []],
    ['is narrowed there too', { ids: [39, 12, 3], limit: 2 }, [39, 12]],
    ['of a kind nobody recorded', { kinds: ['gap' as const] }, []],
  ])('%s', async (_title, filter, expected) => {
    expect(ids(await (await fill()).page(filter))).toEqual(expected)
  })

  it('reads no further back than it has to', async () => {
    const journal = await fill()
    // Reading it would be reported.
    await rm(folder.segment(1))
    await mkdir(folder.segment(1))
    expect(ids(await journal.page({ limit: 15 }))).toEqual(down(40, 26))
    expect(folder.problems).toEqual([])
  })

  it('is read page by page down to the first entry, also over a start', async () => {
    await (await fill()).dispose()
    const journal = await folder.open({ clock, capacity: 5 })
    const read: number[] = []
    for (let page = await journal.page({ limit: 7 }); page.length > 0;) {
      read.push(...ids(page))
      page = await journal.page({ limit: 7, beforeId: read.at(-1) ?? 0 })
    }
    expect(read).toEqual(down(40, 1))
  })
})

describe('everything kept', () => {
  it('is more than memory holds, also what was not yet written', async () => {
    const journal = await folder.open({ clock, capacity: 5 })
    const ids = recordNumbered(journal, 50)
    expect((await all(journal)).map(({ id }) => id)).toEqual(ids)
  })
})

describe('rotation', () => {
  it('loses nothing but the oldest, a segment at a time', async () => {
    const journal = await folder.open({ clock, limits: small })
    recordNumbered(journal, 500)
    await journal.flush()
    expect(await folder.files()).toHaveLength(small.maxSegments)
    const ids = (await folder.entries()).map(({ id }) => id)
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, n) => 501 - ids.length + n))
    expect(ids.length).toBeGreaterThan(30)
  })

  it('leaves a reader in the middle with what is still there', async () => {
    const journal = await folder.open({ clock, limits: small })
    recordNumbered(journal, 30)
    await journal.flush()
    const ids: number[] = []
    for await (const { id } of journal.readAll()) {
      if (ids.length === 0) {
        recordNumbered(journal, 300)
        await journal.flush()
      }
      ids.push(id)
    }
    expect(ids).toEqual([...ids].sort((a, b) => a - b))
    expect(ids[0]).toBe(1)
    expect(ids.at(-1)).toBe(330)
    expect(folder.problems).toEqual([])
  })
})
