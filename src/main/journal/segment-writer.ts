import { chmod, mkdir, open, rm, type FileHandle } from 'node:fs/promises'
import type { JournalProblem } from './journal.ts'
import { errorCode } from '../files/error-code.ts'
import { listSegments, segmentPath } from './segments.ts'

export interface SegmentLimits {
  readonly maxSegmentBytes: number
  readonly maxSegments: number
}

/** 8 segments of 512 KiB: some 20,000 entries, two weeks or so of an agent's work. */
export const defaultLimits: SegmentLimits = { maxSegmentBytes: 512 * 1024, maxSegments: 8 }

/** How many of the lines are in the file, and what kept the others out. */
export interface Appended {
  readonly written: number
  readonly failure: JournalProblem | null
}

interface OpenSegment {
  readonly number: number
  readonly file: FileHandle
  /** The last line has no line break: the writer was killed, or the disk was full. */
  readonly isTorn: boolean
}

const lineBreak = 0x0a

/**
 * Appends lines to the newest segment of a folder, makes the next one when it is full, and removes the oldest. Folder and
 * files are made when missing and belong to their owner alone. One call at a time. After a failure the segment is closed;
 * the next call opens it again, and begins on a new line.
 */
export class SegmentWriter {
  #segment: OpenSegment | null = null
  readonly #folder: string
  readonly #limits: SegmentLimits
  readonly #report: (problem: JournalProblem) => void

  constructor(folder: string, limits: SegmentLimits, report: (problem: JournalProblem) => void) {
    this.#folder = folder
    this.#limits = limits
    this.#report = report
  }

  /** Writes as many of the lines, from the first on, as go into one segment; at least one unless it fails. */
  async append(lines: readonly Buffer[]): Promise<Appended> {
    let written = 0
    try {
      const { segment, size } = await this.#ready(lines[0]?.length ?? 0)
      const fitting = lines.slice(0, Math.max(1, countFitting(lines, this.#limits.maxSegmentBytes - size)))
      const before = segment.isTorn ? Buffer.of(lineBreak) : Buffer.alloc(0)
      await writeAll(segment.file, Buffer.concat([before, ...fitting]), (bytes) => {
        written = countFitting(fitting, bytes - before.length)
      })
      this.#segment = { ...segment, isTorn: false }
      return { written, failure: null }
    } catch (error) {
      await this.close()
      return { written, failure: { operation: 'write', code: errorCode(error) } }
    }
  }

  /** Hands what was appended over to the disk; null when that is done. */
  async sync(): Promise<JournalProblem | null> {
    try {
      await this.#segment?.file.datasync()
      return null
    } catch (error) {
      await this.close()
      return { operation: 'write', code: errorCode(error) }
    }
  }

  async close(): Promise<void> {
    const segment = this.#segment
    this.#segment = null
    try {
      await segment?.file.close()
    } catch (error) {
      this.#report({ operation: 'write', code: errorCode(error) })
    }
  }

  /** The segment with room for a line, and its size. */
  async #ready(lineBytes: number): Promise<{ readonly segment: OpenSegment; readonly size: number }> {
    let segment = this.#segment ?? (await this.#openNewest())
    let stats = await segment.file.stat()
    if (stats.nlink === 0) {
      // Somebody removed the file; what is written to it now would be gone with the handle.
      await this.close()
      segment = await this.#openNewest()
      stats = await segment.file.stat()
    }
    const { size } = stats
    if (size === 0 || size + lineBytes <= this.#limits.maxSegmentBytes) return { segment, size }
    await segment.file.datasync()
    await this.close()
    return { segment: await this.#open(segment.number + 1), size: 0 }
  }

  async #openNewest(): Promise<OpenSegment> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    await this.#protect(() => chmod(this.#folder, 0o700))
    return this.#open((await listSegments(this.#folder)).at(-1) ?? 1)
  }

  async #open(number: number): Promise<OpenSegment> {
    const file = await open(segmentPath(this.#folder, number), 'a+', 0o600)
    try {
      const { size, mode } = await file.stat()
      if ((mode & 0o170077) > 0o100000) await this.#protect(() => file.chmod(0o600))
      this.#segment = { number, file, isTorn: size > 0 && !(await endsInLineBreak(file, size)) }
    } catch (error) {
      await file.close()
      throw error
    }
    await this.#removeOldest()
    return this.#segment
  }

  async #removeOldest(): Promise<void> {
    try {
      const old = (await listSegments(this.#folder)).slice(0, -this.#limits.maxSegments)
      for (const number of old) await rm(segmentPath(this.#folder, number), { force: true })
    } catch (error) {
      // Too much is kept, which is no reason to keep nothing; the next segment tries again.
      this.#report({ operation: 'remove', code: errorCode(error) })
    }
  }

  /** Some file systems know no owners. What is written is masked, so it may be written all the same. */
  async #protect(restrict: () => Promise<void>): Promise<void> {
    try {
      await restrict()
    } catch (error) {
      this.#report({ operation: 'protect', code: errorCode(error) })
    }
  }
}

/** How many of the lines, from the first on, are wholly within so many bytes. */
function countFitting(lines: readonly Buffer[], bytes: number): number {
  let end = 0
  const count = lines.findIndex((line) => (end += line.length) > bytes)
  return count === -1 ? lines.length : count
}

async function endsInLineBreak(file: FileHandle, size: number): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
  return bytesRead === 1 && buffer[0] === lineBreak
}

/** Writes everything, telling after each part how many bytes are in the file: a full disk takes a part of them. */
async function writeAll(file: FileHandle, data: Buffer, told: (bytes: number) => void): Promise<void> {
  let done = 0
  while (done < data.length) {
    const { bytesWritten } = await file.write(data, done, data.length - done, null)
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' })
    done += bytesWritten
    told(done)
  }
}
