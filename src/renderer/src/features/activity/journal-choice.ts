import type { JournalDoor } from '../../../../shared/domain/journal-door.ts'
import type { JournalKind } from '../../../../shared/domain/journal.ts'

/** Which lines of the journal are wanted; null does not narrow. */
export interface JournalChoice {
  readonly kind: JournalKind | null
  readonly door: JournalDoor | null
}

/** The choice as main is asked for it. */
export function toRequest({ kind, door }: JournalChoice) {
  return { kinds: kind === null ? [] : [kind], ...(door === null ? {} : { door }) }
}
