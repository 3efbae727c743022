import type { Clock } from '../time/clock.ts'
import { EntryRing } from './entry-ring.ts'
import { JournalFile } from './journal-file.ts'
import type { Journal, JournalProblem } from './journal.ts'
import { KeptJournal } from './kept-journal.ts'
import { readOlder } from './read-segments.ts'
import { defaultLimits, SegmentWriter, type SegmentLimits } from './segment-writer.ts'

/** Entries in memory. */
const defaultCapacity = 2000

export interface JournalOptions {
  /** A folder of its own, made when missing; in the program `journal` in the profile folder. */
  readonly folder: string
  readonly clock: Clock
  /** Runs something at the end of the present turn; `setImmediate` in the program. */
  readonly schedule: (run: () => void) => void
  /** Told once for each kind of trouble, and again when it comes back after it had gone. */
  readonly onProblem: (problem: JournalProblem) => void
  /** Told when the disk takes the journal again after it had refused it; left out = nobody is. */
  readonly onKeptAgain?: () => void
  readonly capacity?: number
  readonly limits?: SegmentLimits
}

/**
 * Reads the end of the last journal back and opens it for more. Never rejects: without a usable folder the journal is kept
 * in memory, `onProblem` is told, and writing is tried again every half minute.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { folder, clock, schedule, onProblem, onKeptAgain = () => undefined } = options
  const { capacity = defaultCapacity, limits = defaultLimits } = options
  const told = new Set<string>()
  const tellOnce = (problem: JournalProblem): void => {
    const kind = `${problem.operation} ${problem.code}`
    if (told.has(kind)) return
    told.add(kind)
    onProblem(problem)
  }
  const unread: JournalProblem[] = []
  const newest = { beforeId: Infinity, limit: capacity, isAsked: () => true }
  const entries = (await readOlder(folder, newest, (problem) => unread.push(problem))).toReversed()
  unread.forEach(tellOnce)
  const lastId = entries.at(-1)?.id ?? 0
  return new KeptJournal({
    folder,
    clock,
    onProblem: tellOnce,
    onKeptAgain,
    ring: new EntryRing(capacity, entries),
    // When ids of the past cannot be read, the time in milliseconds is surely above them.
    firstId: (unread.length === 0 ? lastId : Math.max(lastId, clock.now())) + 1,
    openFile: (onRecovered) =>
      new JournalFile({
        writer: new SegmentWriter(folder, limits, tellOnce),
        clock,
        schedule,
        onProblem: tellOnce,
        onRecovered: (problem, lost) => {
          told.clear()
          onRecovered(problem, lost)
        },
      }),
  })
}
