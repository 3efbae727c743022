import { execFile, fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { JournalFolder, recordNumbered } from './testing/journal-fixture.ts'

let folder: JournalFolder
let child: ChildProcess | null = null
beforeEach(async () => {
  folder = await JournalFolder.create()
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await folder.remove()
})

const program = (name: string): string => join(import.meta.dirname, 'testing', name)

/** Runs a process that records without end, kills it after so many confirmations, and gives the last of them. */
async function recordAndKill(confirmations: number): Promise<number> {
  const writer = fork(program('endless-writer.process.ts'), [folder.path], { execArgv: [] })
  child = writer
  const gone = once(writer, 'exit')
  let confirmed = 0
  for (let heard = 0; heard < confirmations; heard += 1) {
    const [id] = (await Promise.race([once(writer, 'message'), gone])) as [unknown]
    if (typeof id !== 'number') expect.fail('the writer ended by itself')
    confirmed = id
  }
  writer.kill('SIGKILL')
  expect(await gone).toEqual([null, 'SIGKILL'])
  return confirmed
}

describe('a killed process', () => {
  it.each([1, 2, 5, 20])('leaves everything it had confirmed, after %i confirmations', async (count) => {
    const confirmed = await recordAndKill(count)
    const ids = (await folder.entries()).map(({ id }) => id)
    expect(ids).toEqual(ids.map((_, index) => index + 1))
    expect(ids.length).toBeGreaterThanOrEqual(confirmed)
    expect(folder.problems).toEqual([])
  })

  it('may be killed again and again', async () => {
    let confirmed = 0
    for (let start = 0; start < 3; start += 1) {
      const next = await recordAndKill(2)
      expect(next).toBeGreaterThan(confirmed)
      confirmed = next
    }
    // As many segments as the writer keeps: nothing is to be removed as too old.
    const journal = await folder.open({ limits: { maxSegmentBytes: 16 * 1024, maxSegments: 100_000 } })
    const [last = 0] = recordNumbered(journal, 1)
    await journal.dispose()
    const ids = (await folder.entries()).map(({ id }) => id)
    expect(ids).toEqual(Array.from({ length: last }, (_, index) => index + 1))
  })
})

describe.skipIf(process.platform !== 'linux')('a disk that takes a part of a write', () => {
  it('keeps the whole lines of it, each once, however often it is tried', async () => {
    // The system cuts a write at the limit of a file's size, as it does on a full disk.
    const limited = promisify(execFile)('sh', [
      '-c',
      'ulimit -f 2; exec "$0" "$1" "$2"',
      process.execPath,
      program('limited-writer.process.ts'),
      folder.path,
    ])
    const { stdout } = await limited
    expect(JSON.parse(stdout)).toEqual({ problems: [{ operation: 'write', code: 'EFBIG' }], isKept: false })
    const before = (await folder.entries()).map(({ id }) => id)
    expect(before.length).toBeGreaterThan(1)
    expect(before).toEqual(before.map((_, index) => index + 1))
  })
})
