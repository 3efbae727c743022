import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFileSink } from './file-sink.ts'
import { ScopedLogger } from './scoped-logger.ts'

const clock = { now: () => 0 }
const unexpected = (text: string): void => expect.fail(text)

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'deskside-log-'))
})
afterEach(async () => {
  await rm(directory, { recursive: true, force: true })
})

describe('log file', () => {
  it('reports a folder that cannot be written, and goes on', async () => {
    const problems: string[] = []
    const file = createFileSink(join('/dev/null', 'logs'), clock, (text) => problems.push(text))
    new ScopedLogger('x', [file.sink]).info('hello')
    await file.flush()
    expect(problems.join()).toContain("Can't write to /dev/null/logs/deskside.log")
  })

  it('has every line once flushed', async () => {
    const file = createFileSink(join(directory, 'logs'), clock, unexpected)
    const log = new ScopedLogger('x', [file.sink])
    for (let n = 0; n < 100; n += 1) log.info(`entry ${n}`)
    await file.flush()
    const lines = (await readFile(file.path, 'utf8')).trimEnd().split('\n')
    expect(lines).toHaveLength(100)
    expect(lines[99]).toBe('1970-01-01T00:00:00.000Z info  [x] entry 99')
  })

  it('is put aside when it has grown too large', async () => {
    const file = createFileSink(directory, clock, unexpected)
    const log = new ScopedLogger('x', [file.sink])
    const text = 'é'.repeat(1900)
    for (let n = 0; n < 600; n += 1) {
      log.info(text)
      if (n % 100 === 99) await file.flush()
    }
    log.info('last')
    await file.flush()
    expect((await readdir(directory)).sort()).toEqual(['deskside.log', 'deskside.old.log'])
  })
})
