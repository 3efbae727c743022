import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'

/** A list that nobody reads again is believed this long. Milliseconds. */
const believedForMs = 5_000
/** Figures of queues are also read in the background, twice a minute. Milliseconds. */
const figuresBelievedForMs = 35_000

/** How many calls wait, as far as that can be said now; 0 where it cannot, or none waits. */
export function waitingBadge(snapshot: DeskSnapshot, now: number): number {
  const { session, waiting } = snapshot
  if (session.phase !== 'online') return 0
  if (now < listGoodUntil(snapshot)) return waiting.calls.length
  return now < figuresGoodUntil(snapshot) ? (waiting.queued?.count ?? 0) : 0
}

/** Until when what {@link waitingBadge} says now is believed, milliseconds since 1970; in the past when nothing is. */
export function waitingGoodUntil(snapshot: DeskSnapshot, now: number): number {
  const listUntil = listGoodUntil(snapshot)
  return now < listUntil ? listUntil : figuresGoodUntil(snapshot)
}

/** The gateway gives no list to an idle agent; the figures it gives. */
function listGoodUntil({ waiting: { read, isHiddenWhileIdle } }: DeskSnapshot): number {
  return read.readAt === null || read.error !== null || isHiddenWhileIdle ? 0 : read.readAt + believedForMs
}

function figuresGoodUntil({ waiting: { queued } }: DeskSnapshot): number {
  return queued === null ? 0 : queued.readAt + figuresBelievedForMs
}
