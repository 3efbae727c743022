import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NewJournalEntry } from '../../shared/domain/journal.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { ManualClock } from '../time/testing/manual-clock.ts'
import type { Journal } from './journal.ts'
import { SupportFile } from './support-file.ts'
import { JournalFolder } from './testing/journal-fixture.ts'

let folder: string
let kept: JournalFolder
let journal: Journal
let path: string
let proposals: (readonly [number, string])[]
const { log, entries: logged } = createRecordingLogger()
const clock = new ManualClock(Date.UTC(2026, 10, 21, 8, 30, 5))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskside-support-'))
  kept = await JournalFolder.create()
  journal = await kept.open({ clock, capacity: 10 })
  path = join(folder, 'log.txt')
  proposals = []
})
afterEach(async () => {
  await kept.remove()
  await rm(folder, { recursive: true, force: true })
})

function save(chosen: string | null = path) {
  return new SupportFile({
    journal,
    program: { version: '1.2.3', host: 'chromium', system: 'Linux 6.1' },
    clock,
    choosePath: async (...asked) => {
      proposals.push(asked)
      return chosen
    },
    log,
  }).save(7)
}

const command: NewJournalEntry = { kind: 'command', name: 'sign-in', cause: 'window', details: { step: 1 } }

describe('nothing is written', () => {
  it('when no place was chosen', async () => {
    expect(await save(null)).toEqual({ ok: true, value: null })
    expect(await readdir(folder)).toEqual([])
    expect(journal.recent()).toEqual([])
  })

  it.each([
    ['into a folder that is not there', () => join(folder, 'missing', 'log.txt')],
    ['in the place of a folder', () => folder],
  ])('%s: that is an error, and nothing is left behind', async (_name, chosen) => {
    await mkdir(join(folder, 'in-the-way'))
    expect(await save(chosen())).toEqual({ ok: false, error: { code: 'storage-failed' } })
    expect(await readdir(folder)).toEqual(['in-the-way'])
    expect(logged.at(-1)).toMatchObject({ level: 'warn' })
  })

  it('through a link into the file behind it', async () => {
    const other = join(folder, 'other.txt')
    await writeFile(other, 'precious')
    await symlink(other, path)
    expect((await save()).ok).toBe(true)
    expect(await readFile(other, 'utf8')).toBe('precious')
  })
})

describe('the support file', () => {
  it('says first what it is of, then everything that is kept, oldest first', async () => {
    for (let step = 1; step <= 450; step += 1) journal.record({ ...command, details: { step } })
    expect(await save()).toEqual({ ok: true, value: path })
    const [title, program, saved, masked, blank, ...lines] = (await readFile(path, 'utf8')).split('\n')
    expect([title, program, blank]).toEqual([
      'Deskside activity log for support',
      'Version 1.2.3, host chromium, Linux 6.1',
      '',
    ])
    expect(saved).toContain('2026-11-21T08:30:05.000Z')
    expect(masked).toMatch(/masked/)
    expect(lines.slice(0, -1).map((line) => /#(\d+)/.exec(line)?.[1])).toEqual(
      Array.from({ length: 451 }, (_, n) => String(n + 1)),
    )
    expect(lines.at(-2)).toMatch(/#451 .*save-journal \(from window\)$/)
  })

  it('is for this user alone, also in the place of a file that was not', async () => {
    await writeFile(path, 'older', { mode: 0o644 })
    await save()
    expect(await readFile(path, 'utf8')).not.toContain('older')
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['log.txt'])
  })

  it('is proposed under a name of its moment that every system takes', async () => {
    await save()
    expect(proposals).toEqual([[7, 'deskside-activity-2026-11-21T08-30-05.txt']])
  })
})
