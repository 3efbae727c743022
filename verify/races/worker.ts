import { parentPort, workerData } from 'node:worker_threads'
import { runSeed } from './run-seed.ts'
import { addSeed, emptyTally } from './tally.ts'

/** Seeds of one thread: `from`, `from + step`, … below `end`. */
export interface WorkerTask {
  readonly from: number
  readonly step: number
  readonly end: number
}

/** Often enough to watch, rarely enough to cost nothing. */
const seedsPerReport = 50

const { from, step, end } = workerData as WorkerTask
let tally = emptyTally()
for (let seed = from; seed < end; seed += step) {
  addSeed(tally, await runSeed(seed))
  if (tally.seeds < seedsPerReport) continue
  parentPort?.postMessage(tally)
  tally = emptyTally()
}
parentPort?.postMessage(tally)
