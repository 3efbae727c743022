/** So little time before the end of a rest it is worth a word. */
const nearEndMs = 60_000

export interface RestClock {
  readonly until: number
  /** Negative once the rest is over. */
  readonly leftMs: number
  readonly isNearEnd: boolean
  readonly isOver: boolean
}

/**
 * How a rest stands; null when nobody here knows its end. The gateway's own reminder counts as well: its clock may be ahead.
 */
export function restClock(until: number | null, isReminded: boolean, now: number): RestClock | null {
  if (until === null) return null
  const leftMs = until - now
  const isOver = isReminded || leftMs <= 0
  return {
    until,
    leftMs: isOver ? Math.min(leftMs, 0) : leftMs,
    isNearEnd: isOver || leftMs <= nearEndMs,
    isOver,
  }
}
