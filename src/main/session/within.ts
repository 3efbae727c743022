import type { Clock } from '../time/clock.ts'

/** What comes first: what the work brings, or null when the time is over. The work itself goes on. */
export function within<T>(clock: Clock, limitMs: number, work: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(limitMs, () => resolve(null))
    work.then(
      (value) => {
        cancel()
        resolve(value)
      },
      (error: unknown) => {
        cancel()
        reject(error instanceof Error ? error : new Error(String(error)))
      },
    )
  })
}
