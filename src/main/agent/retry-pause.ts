/**
 * The first ceiling of the pause before something is tried again, and the last. At least `leastMs`, because a try that
 * follows at once meets the same silence.
 */
const retry = { leastMs: 500, firstMs: 2_000, mostMs: 30_000 } as const

/**
 * Milliseconds before the next try after so many failures in a row (from 1 on): drawn from the whole growing range (full
 * jitter), so that desks which failed together do not come back together. `random` gives [0, 1).
 */
export function retryPauseMs(failures: number, random: () => number): number {
  const ceiling = Math.min(retry.mostMs, retry.firstMs * 2 ** Math.min(failures - 1, 10))
  return Math.round(retry.leastMs + random() * (ceiling - retry.leastMs))
}
