import {
  journalKinds,
  type JournalEntry,
  type JournalValue,
  type NewJournalEntry,
} from '../../shared/domain/journal.ts'
import { isSecretName, maskText, maskTokens } from './mask-text.ts'

const maxCodeLength = 64
const maxTextLength = 200
const maxDetails = 16

/** Names of details are identifiers; anything else may be a value that slipped into the place of a name. */
const detailName = /^[A-Za-z][A-Za-z0-9]{0,31}$/

/** Identifiers that look like telephone numbers and are needed to follow one call, agent, queue or fault. */
const identifiers = new Map([
  ['callId', /^[\w.-]{1,64}$/],
  ['agentId', /^\d{1,24}$/],
  ['reference', /^[\da-f]{8}$/],
  ['skills', /^\d{1,5}(?:[ ,]\d{1,5}){0,63}$/],
  ['skillIds', /^\d{1,5}(?:[ ,]\d{1,5}){0,63}$/],
])

/** Details whose number may be large, by their unit; elsewhere seven digits are a telephone number. */
const amountName = /(?:Ms|Bytes)$|^(?:ms|bytes)$/
const momentName = /At$|^(?:at|since|from|until)$/
const telephoneNumbersFrom = 1_000_000

/** Moments of this program's life, 2017 to 2096: few telephone numbers are among them. */
const earliestMoment = 1.5e12
const latestMoment = 4e12

const mask = '[redacted]'

/** What an entry becomes that cannot be read at all, so that at least its place is kept. */
function refused(id: number, at: number): JournalEntry {
  return { id, at, kind: 'app', name: 'entry-refused', cause: null, details: {} }
}

/** An entry that is kept already, by the present rules. Masking twice changes nothing. */
export function maskEntry(entry: JournalEntry): JournalEntry {
  return maskNew(entry.id, entry.at, entry)
}

/**
 * The entry as it may be kept: bounded, without secrets and people's numbers. Never throws: callers are in the middle of
 * something that matters more.
 */
export function maskNew(id: number, at: number, entry: NewJournalEntry): JournalEntry {
  try {
    const { kind, name, cause, details = {} } = entry
    if (!journalKinds.includes(kind)) return refused(id, at)
    return {
      id,
      at,
      kind,
      name: maskText(name, maxCodeLength),
      cause: cause === null ? null : maskText(cause, maxCodeLength),
      details: maskDetails(details),
    }
  } catch {
    // A value that is not of its type, such as a getter that throws. The entry says that there was one.
    return refused(id, at)
  }
}

function maskDetails(details: JournalEntry['details']): JournalEntry['details'] {
  const all = Object.entries(details)
  const named = all.filter(([name]) => detailName.test(name) && maskText(name, maxCodeLength) === name)
  const isComplete = named.length === all.length && named.length <= maxDetails
  const kept = isComplete ? named : named.slice(0, maxDetails - 1)
  const masked = kept.map(([name, value]): [string, JournalValue] => [name, maskValue(name, value)])
  return Object.fromEntries(isComplete ? masked : [...masked, ['omitted', all.length - kept.length]])
}

function maskValue(name: string, value: unknown): JournalValue {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value !== 'string' && typeof value !== 'number') return mask
  const identifier = identifiers.get(name)
  // A Guid in the place of an identifier is still a Guid.
  if (identifier?.test(String(value)) === true) return typeof value === 'string' ? maskTokens(value) : value
  if (isSecretName(name)) return mask
  return typeof value === 'string' ? maskText(value, maxTextLength) : maskNumber(name, value)
}

function maskNumber(name: string, value: number): JournalValue {
  if (!Number.isFinite(value)) return null
  // JSON knows no negative zero.
  if (value === 0) return 0
  const isKept = Math.abs(value) < telephoneNumbersFrom || amountName.test(name) || isMoment(name, value)
  return isKept ? value : mask
}

/** True for a detail that is a point in time, in milliseconds since 1970. */
export function isMoment(name: string, value: number): boolean {
  return momentName.test(name) && value >= earliestMoment && value < latestMoment
}
