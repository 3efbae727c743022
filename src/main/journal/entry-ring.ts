import type { JournalEntry, JournalFilter } from '../../shared/domain/journal.ts'
import { createMatcher } from './match-entry.ts'

export const defaultLimit = 200

/** The newest entries, at most `capacity`. */
export class EntryRing {
  /** Oldest first; cut back only when twice as long as it may be, so that adding costs the same every time. */
  #entries: JournalEntry[]
  readonly #capacity: number

  constructor(capacity: number, initial: readonly JournalEntry[]) {
    this.#capacity = capacity
    this.#entries = initial.slice(-capacity)
  }

  push(entry: JournalEntry): void {
    this.#entries.push(entry)
    if (this.#entries.length >= 2 * this.#capacity) this.#entries = this.#entries.slice(-this.#capacity)
  }

  /** Newest first. */
  recent(filter: JournalFilter): readonly JournalEntry[] {
    const limit = Math.max(0, filter.limit ?? defaultLimit)
    const isAsked = createMatcher(filter)
    const found: JournalEntry[] = []
    const oldest = Math.max(0, this.#entries.length - this.#capacity)
    for (let index = this.#entries.length - 1; index >= oldest && found.length < limit; index -= 1) {
      const entry = this.#entries[index]
      if (entry !== undefined && isAsked(entry)) found.push(entry)
    }
    return found
  }

  /** Of the oldest entry here; everything older is on the disk, or nowhere. Infinity when there is none. */
  get oldestId(): number {
    return this.#entries.at(-this.#capacity)?.id ?? this.#entries[0]?.id ?? Infinity
  }

  /** Entries younger than the one with this id, oldest first. */
  after(id: number): readonly JournalEntry[] {
    return this.#entries.slice(-this.#capacity).filter((entry) => entry.id > id)
  }
}
