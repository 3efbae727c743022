import type { JournalEntry } from '../../../../shared/domain/journal.ts'
import { foldText } from '../../../../shared/match-text.ts'
import { describeFacts, type FactWords } from './describe-facts.ts'

/** A line of the journal in words. */
export interface EntryDescription {
  readonly id: number
  /** The entry itself, with its codes. */
  readonly entry: JournalEntry
  readonly time: string
  /** The day it happened on. */
  readonly day: string
  readonly kind: string
  readonly what: string
  /** Why it happened; null when it came from outside. */
  readonly why: string | null
  /** What else is known, in sentences. */
  readonly details: string | null
  /** Everything a search may look for: the words, and the codes that support names. Folded (`foldText`). */
  readonly searched: string
}

/** Says what an entry says. Codes without words of their own are shown as they are: support knows them. */
export function describeEntry(entry: JournalEntry, words: FactWords): EntryDescription {
  const { t, code, moment, sentences } = words.text
  const details = sentences(...describeFacts(entry, words))
  const shown = {
    time: moment(entry.at),
    day: words.text.day(entry.at),
    kind: t(`activity.kinds.${entry.kind}`),
    what: code(`activity.names.${entry.kind}`, entry.name),
    why: entry.cause === null ? null : code('activity.causes', entry.cause),
    details: details === '' ? null : details,
  }
  const codes = [entry.kind, entry.name, entry.cause, ...Object.entries(entry.details).flat()]
  const searched = foldText([...Object.values(shown), ...codes].map((part) => part ?? '').join(' '))
  return { id: entry.id, entry, ...shown, searched }
}
