import { beforeEach, describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../shared/domain/journal.ts'
import { ManualClock, settle } from '../time/testing/manual-clock.ts'
import { JournalFile, retryDelayMs } from './journal-file.ts'
import type { JournalProblem } from './journal.ts'
import type { Appended } from './segment-writer.ts'

const full: JournalProblem = { operation: 'write', code: 'ENOSPC' }

/** A disk that takes so many lines of each write, or refuses. */
class ScriptedDisk {
  readonly lines: string[] = []
  readonly calls: string[] = []
  takes = Infinity
  refusal: JournalProblem | null = null
  syncRefusal: JournalProblem | null = null
  hold: Promise<void> = Promise.resolve()

  async append(lines: readonly Buffer[]): Promise<Appended> {
    this.calls.push(`append ${lines.length}`)
    await this.hold
    const written = Math.min(lines.length, this.takes)
    this.lines.push(...lines.slice(0, written).map((line) => line.toString()))
    return { written, failure: this.refusal }
  }

  async sync(): Promise<JournalProblem | null> {
    this.calls.push('sync')
    return this.syncRefusal
  }

  async close(): Promise<void> {
    this.calls.push('close')
  }

  get ids(): number[] {
    return this.lines.map((line) => (JSON.parse(line) as JournalEntry).id)
  }
}

let disk: ScriptedDisk
let clock: ManualClock
let file: JournalFile
let problems: JournalProblem[]
let recovered: (readonly [JournalProblem, number])[]
beforeEach(() => {
  disk = new ScriptedDisk()
  clock = new ManualClock()
  problems = []
  recovered = []
  file = new JournalFile({
    writer: disk,
    clock,
    schedule: (run) => void setImmediate(run),
    onProblem: (problem) => problems.push(problem),
    onRecovered: (problem, lost) => recovered.push([problem, lost]),
  })
})

const add = (...ids: number[]): void => {
  for (const id of ids) file.add({ id, at: 0, kind: 'app', name: 'x', cause: null, details: {} })
}
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

describe('a disk that refuses', () => {
  beforeEach(() => {
    disk.takes = 0
    disk.refusal = full
  })

  it('is told once, however often it is tried', async () => {
    add(1)
    await settle()
    add(2)
    await clock.advance(3 * retryDelayMs)
    expect(disk.calls).toHaveLength(4)
    expect(problems).toEqual([full])
    expect(file.isKept).toBe(false)
  })

  it('gets everything in order when it takes again', async () => {
    add(1, 2)
    await settle()
    add(3)
    disk.takes = Infinity
    disk.refusal = null
    await clock.advance(retryDelayMs - 1)
    expect(disk.ids).toEqual([])
    await clock.advance(1)
    expect(disk.ids).toEqual([1, 2, 3])
    expect(recovered).toEqual([[full, 0]])
    expect(file.isKept).toBe(true)
    expect(clock.pendingTimers).toBe(0)
  })

  it('is told again when it refuses again', async () => {
    add(1)
    await settle()
    disk.takes = 1
    disk.refusal = null
    await clock.advance(retryDelayMs)
    disk.takes = 0
    disk.refusal = full
    add(2)
    await settle()
    expect(problems).toEqual([full, full])
  })

  it('does not hold up a flush, which tries at once', async () => {
    add(1)
    await settle()
    await file.flush()
    expect(disk.calls).toHaveLength(2)
    disk.takes = 1
    disk.refusal = null
    await file.flush()
    expect(disk.ids).toEqual([1])
  })

  it('gives up the oldest when too many wait, and says how many', async () => {
    add(...range(1, 10_003))
    await settle()
    disk.takes = Infinity
    disk.refusal = null
    await file.flush()
    expect(disk.ids).toEqual(range(4, 10_003))
    expect(recovered).toEqual([[full, 3]])
  })

  it('does not keep the program from ending', async () => {
    add(1)
    await file.close()
    await file.flush()
    expect(disk.calls.at(-1)).not.toBe('sync')
    expect(clock.pendingTimers).toBe(0)
  })

  it('in the middle of a write keeps what it took, once', async () => {
    disk.takes = 2
    add(1, 2, 3)
    await settle()
    disk.takes = Infinity
    disk.refusal = null
    await clock.advance(retryDelayMs)
    expect(disk.ids).toEqual([1, 2, 3])
  })
})

describe('a disk that cannot be sure', () => {
  it('is told, and nobody waits for it', async () => {
    disk.syncRefusal = { operation: 'write', code: 'EIO' }
    add(1)
    await file.flush()
    expect(problems).toEqual([{ operation: 'write', code: 'EIO' }])
  })
})

describe('a disk that takes what it gets', () => {
  it('gets all entries of a turn in one write', async () => {
    add(1, 2, 3)
    expect(disk.calls).toEqual([])
    await settle()
    expect(disk.calls).toEqual(['append 3'])
  })

  it('gets many in parts, in order', async () => {
    disk.takes = 150
    add(...range(1, 450))
    await file.flush()
    expect(disk.ids).toEqual(range(1, 450))
    expect(Math.max(...disk.calls.map((call) => Number(call.split(' ')[1] ?? 0)))).toBe(200)
  })

  it('has synced what was added before the flush, not after every write', async () => {
    add(1)
    await settle()
    add(2)
    await Promise.all([file.flush(), file.flush()])
    expect(disk.calls).toEqual(['append 1', 'append 1', 'sync'])
  })

  it('a flush during a write waits for its own entries', async () => {
    const gate = Promise.withResolvers<undefined>()
    disk.hold = gate.promise
    add(1)
    await settle()
    add(2)
    let isFlushed = false
    const flushed = file.flush().then(() => (isFlushed = true))
    await settle()
    expect(isFlushed).toBe(false)
    gate.resolve(undefined)
    await flushed
    expect(disk.calls).toEqual(['append 1', 'append 1', 'sync'])
  })

  it('a flush ends though more is recorded without end', async () => {
    const append = disk.append.bind(disk)
    let isRecording = true
    disk.append = (lines) => {
      if (isRecording) add(2)
      return append(lines)
    }
    add(1)
    await file.flush()
    isRecording = false
    expect(disk.ids[0]).toBe(1)
    await file.close()
  })

  it('nothing is written after the end', async () => {
    add(1)
    await file.close()
    add(2)
    await settle()
    expect(disk.calls).toEqual(['append 1', 'sync', 'close'])
    expect(disk.ids).toEqual([1])
  })
})
