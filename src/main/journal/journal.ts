import type { JournalEntry, JournalFilter, NewJournalEntry } from '../../shared/domain/journal.ts'

/**
 * Something that keeps the journal from being written or read; it goes on in memory. `protect`: the file could not be
 * closed to other users of this machine. `code`: the system's, such as `ENOSPC`.
 */
export interface JournalProblem {
  readonly operation: 'read' | 'write' | 'remove' | 'protect'
  readonly code: string
}

/** What happened, in the order in which it happened; bounded, without secrets, and still there after the next start. */
export interface Journal {
  /** False while the disk does not take what is recorded. */
  readonly isKept: boolean
  /** Writes down one thing that happened now and gives the id of its entry. Never throws, never waits. */
  record(entry: NewJournalEntry): number
  /** Entries in memory, newest first, at most `filter.limit`. */
  recent(filter?: JournalFilter): readonly JournalEntry[]
  /**
   * Entries newest first, at most `filter.limit`: those in memory and then, unless `filter.isRecentOnly`, those that are only
   * in the files. Fewer than asked for means that there are no more. What cannot be read is reported and left out.
   */
  page(filter?: JournalFilter): Promise<readonly JournalEntry[]>
  /** Everything kept, oldest first: the file's entries one after another, then those that are only in memory. */
  readAll(): AsyncIterable<JournalEntry>
  /**
   * Resolves when everything recorded before is on the disk, or when the disk has refused it (which was reported); has no
   * time limit of its own. Never rejects.
   */
  flush(): Promise<void>
  /** Flushes, closes the file, and stops all timers. What is recorded later stays in memory. */
  dispose(): Promise<void>
}
