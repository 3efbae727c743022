/** The most that lie in any window of `windowMs`. The times need not be in order. */
export function peak(times: readonly number[], windowMs: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  let most = 0
  let first = 0
  for (const [last, time] of sorted.entries()) {
    while ((sorted[first] ?? time) <= time - windowMs) first += 1
    most = Math.max(most, last - first + 1)
  }
  return most
}
