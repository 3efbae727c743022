import type { JournalDoor } from './journal-door.ts'

/**
 * What a journal entry is about. `command`: asked for at a door. `answer`: what the gateway said to a request, or that it
 * said nothing. `event`: what the poll brought. `transition`: a change of the session's phase. `wish`: kept, sent again,
 * taken back. `gap`, `absence`: time without the gateway and what had changed after it. `receipt`: what became of a
 * transfer or an unbinding. `app`: starts, ends and failures of the program itself.
 */
export const journalKinds = [
  'command',
  'answer',
  'event',
  'transition',
  'wish',
  'gap',
  'absence',
  'receipt',
  'app',
] as const
export type JournalKind = (typeof journalKinds)[number]

export type JournalValue = string | number | boolean | null

/** One thing that happened. Holds no secret and no caller's number; names are codes, the window chooses the words. */
export interface JournalEntry {
  /** Rises over restarts. */
  readonly id: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly kind: JournalKind
  /** What it was: a command, an interface's log name, an event's name, the phase that was entered. */
  readonly name: string
  /** Why it happened: a door (`window`, `tray`), `restored`, `recovery`, an event, an error code. Null: from outside. */
  readonly cause: string | null
  readonly details: Readonly<Record<string, JournalValue>>
}

export type NewJournalEntry = Omit<JournalEntry, 'id' | 'at' | 'details'> & {
  readonly details?: JournalEntry['details']
}

/** Which entries are asked for; what is left out does not narrow. */
export interface JournalFilter {
  readonly kinds?: readonly JournalKind[]
  /** Only entries that began there; those that began nowhere here (`doorOf` gives null) are never among them. */
  readonly door?: JournalDoor
  /** Only these entries. */
  readonly ids?: readonly number[]
  /** Only entries older than the one with this id: the next page. */
  readonly beforeId?: number
  /** At most so many entries; 200 unless told. */
  readonly limit?: number
  /** Only entries that are still in memory: for readings that are repeated all the time. */
  readonly isRecentOnly?: boolean
}
