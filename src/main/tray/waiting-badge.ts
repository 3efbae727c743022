import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'

/** A list that nobody reads again is believed this long. Milliseconds. */
const believedForMs = 5_000

/** How many calls wait, as far as that can be said now; 0 where it cannot, or none waits. */
export function waitingBadge(snapshot: DeskSnapshot, now: number): number {
  const { session, waiting } = snapshot
  if (session.phase !== 'online' || waiting.isHiddenWhileIdle || waiting.read.error !== null) return 0
  return now < waitingGoodUntil(snapshot) ? waiting.calls.length : 0
}

/** Until when the last list is believed, milliseconds since 1970. */
export function waitingGoodUntil({ waiting: { read } }: DeskSnapshot): number {
  return read.readAt === null ? 0 : read.readAt + believedForMs
}
