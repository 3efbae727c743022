import type { JournalEntry } from '../../shared/domain/journal.ts'
import type { Journal } from './journal.ts'

/** The entries with these ids that are still kept, oldest first. */
export async function findEntries(
  journal: Pick<Journal, 'page'>,
  ids: readonly number[],
): Promise<readonly JournalEntry[]> {
  if (ids.length === 0) return []
  const found = await journal.page({ ids, limit: new Set(ids).size })
  return found.toReversed()
}
