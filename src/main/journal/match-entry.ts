import { doorOf } from '../../shared/domain/journal-door.ts'
import type { JournalEntry, JournalFilter } from '../../shared/domain/journal.ts'

/** Whether an entry is asked for, but for how many of them and from where. */
export function createMatcher({
  kinds,
  door,
  ids,
  beforeId = Infinity,
}: JournalFilter): (entry: JournalEntry) => boolean {
  const wanted = ids === undefined ? null : new Set(ids)
  return (entry) =>
    entry.id < beforeId &&
    (wanted === null || wanted.has(entry.id)) &&
    (kinds === undefined || kinds.includes(entry.kind)) &&
    (door === undefined || doorOf(entry) === door)
}
