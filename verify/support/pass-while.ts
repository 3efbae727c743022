import type { VirtualClock } from '../../simulator/in-process/virtual-clock.ts'

const stepMs = 50
/** Longer than anything that ends may take. */
const limitMs = 120_000

/** Lets time pass until the work is done, and answers its result. Fails when no time ends it. */
export async function passWhile<T>(clock: VirtualClock, work: Promise<T>): Promise<T> {
  const progress = { isDone: false }
  void work.finally(() => (progress.isDone = true))
  for (let passedMs = 0; !progress.isDone && passedMs < limitMs; passedMs += stepMs)
    await clock.advance(stepMs)
  if (!progress.isDone) throw new Error('work that no time ends')
  return work
}
