import { Worker } from 'node:worker_threads'
import { addTally, emptyTally, type Tally } from './tally.ts'
import type { WorkerTask } from './worker.ts'

/** A run makes much short-lived garbage; room for it halves the time spent on collecting it. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 }

/**
 * Runs seeds in threads, each taking every nth, so that none is left with the slow ones.
 *
 * @throws when a thread fails otherwise than by a finding: an exception nobody caught, out of memory
 */
export async function runMany(
  { from, count, workers }: { readonly from: number; readonly count: number; readonly workers: number },
  onProgress: (tally: Tally) => void,
): Promise<Tally> {
  const total = emptyTally()
  const threads = Math.min(workers, count)
  await Promise.all(
    Array.from({ length: threads }, (_, index) => {
      const task: WorkerTask = { from: from + index, step: threads, end: from + count }
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task, resourceLimits })
      worker.on('message', (tally: Tally) => {
        addTally(total, tally)
        onProgress(total)
      })
      return new Promise<void>((resolve, reject) => {
        worker.once('error', reject)
        worker.once('exit', (code) => {
          if (code === 0) resolve()
          else reject(new Error(`a thread ended with code ${code}`))
        })
      })
    }),
  )
  return total
}
