import type { JournalEntry } from '../../../../shared/domain/journal.ts'

/** More lines than this are not kept in the window; older ones are found by narrowing the list. */
export const maxLines = 5000

/**
 * Puts freshly read newest lines before what is shown already, both newest first. When they do not reach down to the
 * newest known line, there may be lines between that nobody has read: then only they are shown, never a list with a hole.
 *
 * @param asked how many lines there would be if there were more
 */
export function mergeNewest(
  known: readonly JournalEntry[],
  page: readonly JournalEntry[],
  asked: number,
): readonly JournalEntry[] {
  const newestKnown = known[0]?.id
  const newest = page[0]?.id
  // Ids only rise; a newest one below what is known means another log.
  if (newestKnown === undefined || newest === undefined || newest < newestKnown) return page
  const fresh = page.filter((entry) => entry.id > newestKnown)
  if (fresh.length === page.length && page.length === asked) return page
  return fresh.length === 0 ? known : [...fresh, ...known].slice(0, maxLines)
}
