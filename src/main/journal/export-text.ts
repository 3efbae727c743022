import type { JournalEntry, JournalKind, JournalValue } from '../../shared/domain/journal.ts'
import { isMoment, maskEntry } from './mask-entry.ts'

/** What happened, in one word, for whoever reads a support file. */
const kindWords: Readonly<Record<JournalKind, string>> = {
  command: 'asked',
  answer: 'answered',
  event: 'event',
  transition: 'became',
  wish: 'wish',
  gap: 'gap',
  absence: 'absence',
  receipt: 'receipt',
  app: 'program',
}

const longestWord = Math.max(...Object.values(kindWords).map((word) => word.length))

/** Values that need no quotes to be told from what surrounds them. */
const plainText = /^[\w.:/-]+$/

/**
 * The entries as plain text for a support file, one line per entry in the given order, each ended by a line break. In
 * English whatever the program's language: it is read by other people than the agent.
 */
export function exportText(entries: Iterable<JournalEntry>): string {
  let text = ''
  for (const entry of entries) text += `${exportLine(entry)}\n`
  return text
}

/** `time  #id  kind  name (from cause): detail value, …`, masked once more because it leaves the house. */
function exportLine(entry: JournalEntry): string {
  const { id, at, kind, name, cause, details } = maskEntry(entry)
  const head = `${isoTime(at)}  #${id}  ${kindWords[kind].padEnd(longestWord)}  ${name}`
  const origin = cause === null ? '' : ` (from ${cause})`
  const rest = Object.entries(details).map(([key, value]) => describe(key, value))
  return `${head}${origin}${rest.length === 0 ? '' : `: ${rest.join(', ')}`}`
}

function describe(key: string, value: JournalValue): string {
  const words = (name: string): string => name.replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ').toLowerCase()
  if (typeof value === 'number' && key.endsWith('Ms')) return `${words(key.slice(0, -2))} ${value} ms`
  if (typeof value === 'number' && isMoment(key, value)) return `${words(key)} ${isoTime(value)}`
  return `${words(key)} ${describeValue(value)}`
}

function describeValue(value: JournalValue): string {
  if (value === null) return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  return plainText.test(value) ? value : JSON.stringify(value)
}

/** Some numbers are no moment that a calendar knows. */
function isoTime(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString()
}
