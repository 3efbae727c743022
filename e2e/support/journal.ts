import type { JournalEntry, JournalKind } from '../../src/shared/domain/journal.ts'
import type { CommandResult } from '../../src/shared/ipc/contract.ts'
import type { App } from './app.ts'

interface JournalDoor {
  readJournal(input: object): Promise<CommandResult<'journal:read'>>
}

/** What the app's journal holds of these kinds, oldest first, as its window may read it. */
export async function readJournal(
  { page }: App,
  ...kinds: readonly JournalKind[]
): Promise<readonly JournalEntry[]> {
  const answer = await page.evaluate(
    (asked) =>
      (window as unknown as { deskside: JournalDoor }).deskside.readJournal({
        kinds: asked,
        before: null,
        limit: 500,
      }),
    kinds,
  )
  if (!answer.ok) throw new Error(`the journal cannot be read: ${answer.error.code}`)
  return answer.value.toReversed()
}

/** Entries as `name/cause`. */
export const namesOf = (entries: readonly JournalEntry[]): readonly string[] =>
  entries.map(({ name, cause }) => (cause === null ? name : `${name}/${cause}`))
