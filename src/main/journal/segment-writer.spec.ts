import { link, mkdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SegmentWriter, type SegmentLimits } from './segment-writer.ts'
import { JournalFolder } from './testing/journal-fixture.ts'

let folder: JournalFolder
let writer: SegmentWriter
beforeEach(async () => {
  folder = await JournalFolder.create()
  writer = createWriter({ maxSegmentBytes: 10, maxSegments: 3 })
})
afterEach(async () => {
  await writer.close()
  await folder.remove()
})

const createWriter = (limits: SegmentLimits, path = folder.path): SegmentWriter =>
  new SegmentWriter(path, limits, (problem) => folder.problems.push(problem))
const lines = (...texts: string[]): Buffer[] => texts.map((text) => Buffer.from(`${text}\n`))
const text = (number: number): Promise<string> => readFile(folder.segment(number), 'utf8')
const done = (written: number) => ({ written, failure: null })

describe('a disk that refuses', () => {
  it('a folder that cannot be made', async () => {
    const lost = createWriter({ maxSegmentBytes: 10, maxSegments: 3 }, '/dev/null/journal')
    expect(await lost.append(lines('a'))).toEqual({
      written: 0,
      failure: { operation: 'write', code: 'ENOTDIR' },
    })
  })

  it('a folder in the place of the segment', async () => {
    await mkdir(folder.segment(1), { recursive: true })
    expect(await writer.append(lines('a'))).toMatchObject({ written: 0, failure: { code: 'EISDIR' } })
  })

  it.skipIf(process.platform !== 'linux')('a full disk, until it has room', async () => {
    await mkdir(folder.path)
    await symlink('/dev/full', folder.segment(1))
    expect(await writer.append(lines('a'))).toMatchObject({ written: 0, failure: { code: 'ENOSPC' } })
    await rm(folder.segment(1))
    expect(await writer.append(lines('a'))).toEqual(done(1))
    expect(await text(1)).toBe('a\n')
  })

  it('a removal that fails is told, and writing goes on', async () => {
    await writer.append(lines('first'))
    await rm(folder.segment(1))
    // `rm` of a folder is refused without `recursive`.
    await mkdir(folder.segment(1))
    await writer.close()
    await writeFile(folder.segment(4), 'full full\n')
    for (const segment of [2, 3]) await writeFile(folder.segment(segment), 'x\n')
    expect(await writer.append(lines('a'))).toEqual(done(1))
    expect(folder.problems).toContainEqual({ operation: 'remove', code: 'ERR_FS_EISDIR' })
    expect(await folder.files()).toContain('journal-00000005.jsonl')
  })

  it('closing and syncing without a segment do nothing', async () => {
    expect(await writer.sync()).toBeNull()
    await writer.close()
  })
})

describe('segments', () => {
  it('are filled in order, without cutting a line', async () => {
    expect(await writer.append(lines('aaaa', 'bbb', 'cc'))).toEqual(done(2))
    expect(await writer.append(lines('cc'))).toEqual(done(1))
    expect(await text(1)).toBe('aaaa\nbbb\n')
    expect(await text(2)).toBe('cc\n')
  })

  it('may be one line longer than allowed rather than never take it', async () => {
    expect(await writer.append(lines('a', 'x'.repeat(20)))).toEqual(done(1))
    expect(await writer.append(lines('x'.repeat(20), 'b'))).toEqual(done(1))
    expect(await text(2)).toHaveLength(21)
  })

  it('are three, the newest ones; files of others stay', async () => {
    await mkdir(folder.path)
    await writeFile(`${folder.path}/journal-old.jsonl`, 'x')
    for (const letter of 'abcdef') await writer.append(lines(letter.repeat(9)))
    expect(await folder.files()).toEqual([
      'journal-00000004.jsonl',
      'journal-00000005.jsonl',
      'journal-00000006.jsonl',
      'journal-old.jsonl',
    ])
  })

  it('are continued by the next writer', async () => {
    await writer.append(lines('aaaa'))
    await writer.close()
    await createWriterAndAppend('bbb')
    expect(await text(1)).toBe('aaaa\nbbb\n')
  })

  it('go on with a new line after a torn one', async () => {
    await writer.append(lines('aaaa'))
    await writer.close()
    await truncate(folder.segment(1), 2)
    await createWriterAndAppend('bbb', 'c')
    expect(await text(1)).toBe('aa\nbbb\nc\n')
  })

  it('that were removed are made again', async () => {
    await writer.append(lines('a'))
    await rm(folder.path, { recursive: true })
    expect(await writer.append(lines('b'))).toEqual(done(1))
    expect(await text(1)).toBe('b\n')
  })

  it.skipIf(process.platform === 'win32')(
    'belong to their owner alone, also when others made them',
    async () => {
      await mkdir(folder.path, { mode: 0o755 })
      await writeFile(folder.segment(1), '', { mode: 0o644 })
      await writer.append(lines('aaaaaaaa'))
      await writer.append(lines('bbbbbbbb'))
      expect((await stat(folder.path)).mode & 0o777).toBe(0o700)
      for (const segment of [1, 2]) expect((await stat(folder.segment(segment))).mode & 0o777).toBe(0o600)
    },
  )

  it('with a second name are the same file', async () => {
    await writer.append(lines('a'))
    await link(folder.segment(1), `${folder.parent}/copy`)
    await writer.append(lines('b'))
    expect(await readFile(`${folder.parent}/copy`, 'utf8')).toBe('a\nb\n')
  })
})

/** One line after the other, by the next writer. */
async function createWriterAndAppend(...texts: string[]): Promise<void> {
  const next = createWriter({ maxSegmentBytes: 10, maxSegments: 3 })
  for (const line of texts) expect(await next.append(lines(line))).toEqual(done(1))
  await next.close()
}
