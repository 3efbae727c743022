import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../shared/domain/journal.ts'
import { JournalFolder, recordNumbered } from './testing/journal-fixture.ts'

let folder: JournalFolder
/** A file as the journal writes it, and its entries. */
let bytes: Buffer
let whole: readonly JournalEntry[]
beforeEach(async () => {
  folder = await JournalFolder.create()
  const journal = await folder.open()
  recordNumbered(journal, 5)
  await journal.dispose()
  bytes = await readFile(folder.segment(1))
  whole = await folder.entries()
  expect(whole.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5])
})
afterEach(async () => {
  await folder.remove()
})

/** Where the lines end, line breaks not counted. */
function lineEnds(): number[] {
  return [...bytes.entries()].filter(([, byte]) => byte === 0x0a).map(([index]) => index)
}

/** Starts on this file, records one more, ends, and tells what is there for the start after. */
async function afterNextStart(
  content: Buffer,
): Promise<{ readonly kept: JournalEntry[]; readonly id: number; readonly lines: string[] }> {
  await writeFile(folder.segment(1), content)
  const journal = await folder.open()
  const kept = journal.recent({ limit: 100 }).toReversed()
  const id = journal.record({ kind: 'app', name: 'next-start', cause: null })
  await journal.dispose()
  const lines = (await readFile(folder.segment(1), 'utf8')).split('\n')
  return { kept, id, lines }
}

describe('a kill', () => {
  it('at any byte leaves exactly the whole entries, and the next start goes on after them on a new line', async () => {
    const ends = lineEnds()
    for (let size = 0; size <= bytes.length; size += 1) {
      const survivors = ends.filter((end) => end <= size).length
      const { kept, id, lines } = await afterNextStart(bytes.subarray(0, size))
      expect(kept, `cut at ${size}`).toEqual(whole.slice(0, survivors))
      expect(id).toBe(survivors + 1)
      expect(lines.at(-1)).toBe('')
      expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({ id, name: 'next-start' })
      expect((await folder.entries()).map((entry) => entry.id)).toEqual([...kept.map((e) => e.id), id])
    }
    expect(folder.problems).toEqual([])
  })

  it('at every start leaves all that was written between', async () => {
    for (let start = 0; start < 5; start += 1) {
      await appendFile(folder.segment(1), `{"id":${99 + start},"at":1`)
      const journal = await folder.open()
      recordNumbered(journal, 2)
      await journal.dispose()
    }
    expect((await folder.entries()).map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, n) => n + 1))
  })
})

describe('damage', () => {
  it('to any byte costs its own line only', async () => {
    const ends = lineEnds()
    for (let position = 0; position < bytes.length; position += 1) {
      const damaged = Buffer.from(bytes)
      damaged[position]! ^= 0x11
      await writeFile(folder.segment(1), damaged)
      const ids = (await folder.entries()).map(({ id }) => id)
      const line = ends.findIndex((end) => position <= end)
      // Without its line break a line runs into the next one, which is found all the same.
      expect(ids, `byte ${position}`).toEqual([1, 2, 3, 4, 5].filter((id) => id !== line + 1))
    }
  })

  it('by anything written over it costs the lines it touches and those it splits, and makes up none', async () => {
    const ends = lineEnds()
    const spot = fc.record({
      at: fc.nat(bytes.length - 1),
      data: fc.uint8Array({ minLength: 1, maxLength: 200 }),
    })
    await fc.assert(
      fc.asyncProperty(spot, async ({ at, data }) => {
        const damaged = Buffer.from(bytes)
        damaged.set(data.subarray(0, bytes.length - at), at)
        await writeFile(folder.segment(1), damaged)
        const untouched = whole.filter((_, line) => {
          const from = line === 0 ? 0 : ends[line - 1]! + 1
          return ends[line]! < at || from >= at + data.length
        })
        const found = await folder.entries()
        for (const entry of found) expect(whole).toContainEqual(entry)
        for (const entry of untouched) expect(found).toContainEqual(entry)
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['text before everything', (b: Buffer) => Buffer.concat([Buffer.from('garbage\n'), b])],
    ['bytes without a line break before everything', (b: Buffer) => Buffer.concat([Buffer.alloc(70_000), b])],
    ['blank lines', (b: Buffer) => Buffer.from(b.toString().replaceAll('\n', '\n\n\n'))],
    ['zeros at the end, as some file systems leave', (b: Buffer) => Buffer.concat([b, Buffer.alloc(4096)])],
    [
      'a part of a line within every line',
      (b: Buffer) => b.toString().replaceAll('{"id"', '{"id":7,"at":{"id"'),
    ],
    ['everything twice', (b: Buffer) => Buffer.concat([b, b])],
    ['every line twice', (b: Buffer) => Buffer.from(b.toString().replace(/.*\n/g, '$&$&'))],
  ])('%s costs nothing', async (_name, damage) => {
    await writeFile(folder.segment(1), damage(bytes))
    expect(await folder.entries()).toEqual(whole)
    const journal = await folder.open()
    expect(journal.recent()).toEqual(whole.toReversed())
    expect(recordNumbered(journal, 1)).toEqual([6])
    await journal.dispose()
    expect((await folder.entries()).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('a line within another costs the outer one', async () => {
    const [first = '', second = ''] = bytes.toString().split('\n')
    const mixed = `${first.slice(0, 30)}${second}\n${first.slice(30)}\n`
    await writeFile(folder.segment(1), mixed)
    expect(await folder.entries()).toEqual([whole[1]])
  })

  it('to the whole newest segment: ids go on after the one before', async () => {
    await writeFile(folder.segment(2), Buffer.alloc(1000, 0xff))
    const journal = await folder.open()
    expect(recordNumbered(journal, 1)).toEqual([6])
  })
})

describe('a journal that cannot be read', () => {
  it('is told, and ids rise all the same', async () => {
    await mkdir(folder.segment(2))
    const journal = await folder.open()
    expect(folder.problems).toEqual([{ operation: 'read', code: 'EFTYPE' }])
    expect(journal.recent()).toEqual(whole.toReversed())
    expect(recordNumbered(journal, 1)[0]).toBeGreaterThan(1_700_000_000_000)
  })
})
