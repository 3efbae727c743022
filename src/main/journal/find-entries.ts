import type { JournalEntry } from '../../shared/domain/journal.ts'
import type { Journal } from './journal.ts'

/** The entries with these ids that are still in memory, oldest first. */
export function findEntries(
  journal: Pick<Journal, 'recent'>,
  ids: readonly number[],
): readonly JournalEntry[] {
  const wanted = new Set(ids)
  return journal
    .recent({ limit: Number.MAX_SAFE_INTEGER })
    .filter(({ id }) => wanted.has(id))
    .reverse()
}
