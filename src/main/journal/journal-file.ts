import type { JournalEntry } from '../../shared/domain/journal.ts'
import type { Cancel, Clock } from '../time/clock.ts'
import { encodeLine } from './entry-line.ts'
import type { JournalProblem } from './journal.ts'
import type { SegmentWriter } from './segment-writer.ts'

/** Entries per write: turning more into text at once would be felt in the event loop. */
const maxBatch = 200

/** Entries that wait for a disk that does not take them; the oldest give way. */
const maxWaiting = 10_000

export const retryDelayMs = 30_000

export interface JournalFileDeps {
  readonly writer: Pick<SegmentWriter, 'append' | 'sync' | 'close'>
  readonly clock: Clock
  /** Runs something at the end of the present turn. */
  readonly schedule: (run: () => void) => void
  /** Told once when writing begins to fail. */
  readonly onProblem: (problem: JournalProblem) => void
  /** Told when it works again; `lost` entries were given up meanwhile. */
  readonly onRecovered: (problem: JournalProblem, lost: number) => void
}

interface Waiter {
  readonly upTo: number
  readonly resolve: () => void
}

/**
 * Writes entries in their order in the background, all of one turn together. When the disk refuses, entries wait and the
 * next attempt is made after `retryDelayMs`, or at the next flush.
 */
export class JournalFile {
  #waiting: JournalEntry[] = []
  #waiters: Waiter[] = []
  #added = 0
  #done = 0
  #lost = 0
  #problem: JournalProblem | null = null
  #isScheduled = false
  #isClosed = false
  #running: Promise<void> | null = null
  #cancelRetry: Cancel | null = null
  readonly #deps: JournalFileDeps

  constructor(deps: JournalFileDeps) {
    this.#deps = deps
  }

  /** False from a refused write until one works again. */
  get isKept(): boolean {
    return this.#problem === null
  }

  add(entry: JournalEntry): void {
    if (this.#isClosed) return
    this.#added += 1
    this.#waiting.push(entry)
    this.#dropOldest()
    if (this.#isScheduled || this.#running !== null || this.#cancelRetry !== null) return
    this.#isScheduled = true
    this.#deps.schedule(() => {
      this.#isScheduled = false
      this.#start()
    })
  }

  /** Resolves when everything added before is on the disk, or was refused by it. */
  flush(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiters.push({ upTo: this.#added, resolve })
      this.#start()
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.flush()
    this.#stopRetry()
    await this.#running
    await this.#deps.writer.close()
  }

  #start(): void {
    this.#stopRetry()
    this.#running ??= this.#run().finally(() => {
      this.#running = null
      // What came while the last write was ending. After a failure the entries wait for the retry.
      const hasMore = this.#waiting.length > 0 && this.#cancelRetry === null && !this.#isClosed
      if (hasMore || this.#waiters.length > 0) this.#start()
    })
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0 || this.#waiters.length > 0) {
      const failure = (await this.#writeBatch()) ?? (await this.#settleWaiters())
      if (failure !== null) {
        this.#fail(failure)
        return
      }
    }
  }

  async #writeBatch(): Promise<JournalProblem | null> {
    const batch = this.#waiting.splice(0, maxBatch)
    if (batch.length === 0) return null
    const { written, failure } = await this.#deps.writer.append(
      batch.map((entry) => Buffer.from(encodeLine(entry))),
    )
    this.#done += written
    if (written < batch.length) {
      this.#waiting = [...batch.slice(written), ...this.#waiting]
      this.#dropOldest()
    }
    if (failure === null) this.#recover()
    return failure
  }

  /** Those who wait for what is written by now get it onto the disk first. */
  async #settleWaiters(): Promise<JournalProblem | null> {
    const isServed = ({ upTo }: Waiter): boolean => upTo <= this.#done
    const served = this.#waiters.filter(isServed)
    if (served.length === 0) return null
    const failure = await this.#deps.writer.sync()
    if (failure !== null) return failure
    this.#waiters = this.#waiters.filter((waiter) => !served.includes(waiter))
    for (const { resolve } of served) resolve()
    return null
  }

  #fail(problem: JournalProblem): void {
    const isFirst = this.#problem === null
    this.#problem ??= problem
    if (isFirst) this.#deps.onProblem(problem)
    if (!this.#isClosed) {
      this.#cancelRetry = this.#deps.clock.after(retryDelayMs, () => {
        this.#cancelRetry = null
        this.#start()
      })
    }
    const refused = this.#waiters
    this.#waiters = []
    for (const { resolve } of refused) resolve()
  }

  #recover(): void {
    const problem = this.#problem
    if (problem === null) return
    const lost = this.#lost
    this.#problem = null
    this.#lost = 0
    this.#deps.onRecovered(problem, lost)
  }

  #dropOldest(): void {
    const excess = this.#waiting.length - maxWaiting
    if (excess <= 0) return
    this.#waiting.splice(0, excess)
    this.#lost += excess
    this.#done += excess
  }

  #stopRetry(): void {
    this.#cancelRetry?.()
    this.#cancelRetry = null
  }
}
