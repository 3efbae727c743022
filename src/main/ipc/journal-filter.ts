import type { JournalFilter } from '../../shared/domain/journal.ts'
import type { ParsedInput } from '../../shared/ipc/contract.ts'

/** What the journal is asked for by a window. No kind at all means every kind. */
export function toJournalFilter({
  kinds,
  door,
  isRecentOnly,
  before,
  limit,
}: ParsedInput<'journal:read'>): JournalFilter {
  return {
    limit,
    ...(kinds.length === 0 ? {} : { kinds }),
    ...(door === undefined ? {} : { door }),
    ...(isRecentOnly === undefined ? {} : { isRecentOnly }),
    ...(before === null ? {} : { beforeId: before }),
  }
}
