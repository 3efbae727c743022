import type { JournalEntry } from './journal.ts'
import { doors, type Door } from './truth-line.ts'

/** Where an entry may have begun: at a door, or `itself`: Deskside did it without being asked just then. */
export const journalDoors = [...doors, 'itself'] as const
export type JournalDoor = (typeof journalDoors)[number]

/** Causes of transitions that somebody asked for; the command at the door stands on a line of its own. */
const askedCauses: ReadonlySet<string> = new Set(['sign-in-asked', 'sign-out-asked', 'signed-out-by-user'])

/** What the gateway says, and what became of something asked for, is nobody's doing here. */
const toldKinds: ReadonlySet<JournalEntry['kind']> = new Set(['answer', 'event', 'receipt'])

const isDoor = (cause: string | null): cause is Door => doors.some((door) => door === cause)

/**
 * Where an entry began. Null: neither at a door nor by itself, which holds for what the gateway says, and for what follows
 * from something that was asked for.
 */
export function doorOf({ kind, cause }: Pick<JournalEntry, 'kind' | 'cause'>): JournalDoor | null {
  if (isDoor(cause)) return cause
  return toldKinds.has(kind) || (cause !== null && askedCauses.has(cause)) ? null : 'itself'
}
