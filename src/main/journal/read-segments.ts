import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { JournalEntry } from '../../shared/domain/journal.ts'
import { errorCode } from '../files/error-code.ts'
import { decodeLine, maxLineBytes } from './entry-line.ts'
import type { JournalProblem } from './journal.ts'
import { listSegments, segmentPath } from './segments.ts'

type Report = (problem: JournalProblem) => void

const lineBreak = 0x0a

/**
 * All whole entries of the segments in `folder`, oldest first, without holding more than a piece of a file in memory. What
 * cannot be read is reported and left out; a segment that is removed meanwhile had become too old.
 */
export async function* readAll(
  folder: string,
  report: Report,
): AsyncGenerator<JournalEntry, void, undefined> {
  const isNew = createRisingCheck()
  for (const number of await listOrReport(folder, report)) {
    for await (const entry of readSegment(folder, number, report)) {
      if (isNew(entry)) yield entry
    }
  }
}

/** Which entries of the files are asked for. */
export interface OlderEntries {
  /** Only entries older than the one with this id; Infinity = from the newest on. */
  readonly beforeId: number
  readonly limit: number
  readonly isAsked: (entry: JournalEntry) => boolean
}

/** The newest whole entries that are asked for, newest first. Reads no more segments than it needs. */
export async function readOlder(
  folder: string,
  { beforeId, limit, isAsked }: OlderEntries,
  report: Report,
): Promise<readonly JournalEntry[]> {
  const found: JournalEntry[] = []
  let before = beforeId
  for (const number of (await listOrReport(folder, report)).toReversed()) {
    const missing = limit - found.length
    if (missing <= 0) break
    const matching: JournalEntry[] = []
    const isNew = createRisingCheck()
    let first: number | null = null
    for await (const entry of readSegment(folder, number, report)) {
      if (entry.id >= before) break
      if (!isNew(entry)) continue
      first ??= entry.id
      if (!isAsked(entry)) continue
      matching.push(entry)
      if (matching.length >= 2 * missing) matching.splice(0, missing)
    }
    found.push(...matching.slice(-missing).reverse())
    before = first ?? before
  }
  return found
}

/** A write with an unknown outcome is repeated, so an entry may be there twice: true for the first of both. */
function createRisingCheck(): (entry: JournalEntry) => boolean {
  let lastId = 0
  return ({ id }) => {
    if (id <= lastId) return false
    lastId = id
    return true
  }
}

async function listOrReport(folder: string, report: Report): Promise<readonly number[]> {
  try {
    return await listSegments(folder)
  } catch (error) {
    report({ operation: 'read', code: errorCode(error) })
    return []
  }
}

async function* readSegment(
  folder: string,
  number: number,
  report: Report,
): AsyncGenerator<JournalEntry, void, undefined> {
  try {
    const path = segmentPath(folder, number)
    // Reading a device or a pipe would never end.
    if (!(await stat(path)).isFile()) throw Object.assign(new Error('not a file'), { code: 'EFTYPE' })
    for await (const line of linesOf(createReadStream(path))) {
      const entry = decodeLine(line)
      if (entry !== null) yield entry
    }
  } catch (error) {
    const code = errorCode(error)
    if (code !== 'ENOENT') report({ operation: 'read', code })
  }
}

/** Lines without their line breaks. Of a line that is too long to be ours only the end is looked at. */
async function* linesOf(chunks: AsyncIterable<unknown>): AsyncGenerator<Buffer, void, undefined> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (!Buffer.isBuffer(chunk)) continue
    const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let from = 0
    for (let end = data.indexOf(lineBreak); end >= 0; end = data.indexOf(lineBreak, from)) {
      yield data.subarray(Math.max(from, end - maxLineBytes), end)
      from = end + 1
    }
    rest = data.subarray(Math.max(from, data.length - maxLineBytes))
  }
  // Written before a kill up to its line break: whole all the same.
  yield rest
}
