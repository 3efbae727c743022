import { crc32 } from 'node:zlib'
import * as v from 'valibot'
import { journalKinds, type JournalEntry } from '../../shared/domain/journal.ts'
import { maskEntry } from './mask-entry.ts'

/** No entry makes a longer line: masking bounds each of its parts. */
export const maxLineBytes = 16 * 1024

/** Ids above it would leave no room to count on. */
const maxId = 2 ** 52

const start = '{"id":'
const sumPattern = /^,"sum":"([\da-f]{8})"\}$/
const sumLength = ',"sum":"00000000"}'.length

/** The start may also occur as the first detail, and in what a torn line left before; more would be no entry of ours. */
const maxStarts = 4

const entrySchema = v.object({
  id: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(maxId)),
  at: v.number(),
  kind: v.picklist(journalKinds),
  name: v.string(),
  cause: v.nullable(v.string()),
  details: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])),
})

/**
 * One line of JSON with its line break. The last member `sum` is the CRC-32, in hexadecimal, of all bytes of the line
 * before it: a line that was torn, overwritten or mixed with another does not pass for an entry.
 */
export function encodeLine({ id, at, kind, name, cause, details }: JournalEntry): string {
  const body = JSON.stringify({ id, at, kind, name, cause, details }).slice(0, -1)
  return `${body},"sum":"${crc32(body).toString(16).padStart(8, '0')}"}\n`
}

/**
 * The entry of a line without its line break, masked once more because files are not to be trusted; null when it is not
 * whole. An entry after the remains of a torn line is found.
 */
export function decodeLine(line: Buffer): JournalEntry | null {
  const sum = sumPattern.exec(line.subarray(-sumLength).toString('latin1'))?.[1]
  if (sum === undefined) return null
  const end = line.length - sumLength
  let from = line.lastIndexOf(start)
  for (let tries = 0; from >= 0 && tries < maxStarts; tries += 1) {
    const body = line.subarray(from, end)
    if (crc32(body) === Number.parseInt(sum, 16)) return parseEntry(`${body.toString('utf8')}}`)
    from = from === 0 ? -1 : line.lastIndexOf(start, from - 1)
  }
  return null
}

function parseEntry(text: string): JournalEntry | null {
  try {
    const entry = v.safeParse(entrySchema, JSON.parse(text))
    return entry.success ? maskEntry(entry.output) : null
  } catch {
    // A checksum that fits does not make JSON of it.
    return null
  }
}
