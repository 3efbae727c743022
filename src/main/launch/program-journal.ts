import type { NewJournalEntry } from '../../shared/domain/journal.ts'
import type { Journal, JournalProblem } from '../journal/journal.ts'
import type { Logger } from '../logging/logger.ts'

/** Told of the disk: it refuses the journal, or takes it again. */
export interface DiskListener {
  lost(): void
  keptAgain(): void
}

export interface ProgramJournalOptions {
  /** Opens the journal in the profile folder; must not reject. */
  readonly open: (told: {
    readonly onProblem: (problem: JournalProblem) => void
    readonly onKeptAgain: () => void
  }) => Promise<Journal>
  readonly log: Logger
}

/**
 * The journal from the first line of the program to its last: can be written to before it is open, says when the disk does
 * not take it, and is closed after everything that might still have something to say.
 */
export class ProgramJournal {
  /** For the services; they are built once it is open. */
  readonly opened: Promise<Journal>
  readonly #log: Logger
  #isLost = false
  #listener: DiskListener | null = null

  constructor({ open, log }: ProgramJournalOptions) {
    this.#log = log
    this.opened = open({
      onProblem: (problem) => this.#report(problem),
      onKeptAgain: () => this.#reportKept(),
    })
  }

  /** What happens to the program itself. Entries made before the journal is open follow in their order. */
  record(name: 'start' | 'end' | 'window-crashed' | 'unhandled-error', entry: AppFacts = {}): void {
    const { cause = null, ...rest } = entry
    void this.opened.then((journal) => journal.record({ kind: 'app', name, cause, ...rest }))
  }

  /** Tells each time the disk begins to refuse the journal, at once when it does so already, and when that is over. */
  watchDisk(listener: DiskListener): void {
    this.#listener = listener
    if (this.#isLost) listener.lost()
  }

  /** Writes the last entry and waits until all is on the disk. */
  async end(): Promise<void> {
    this.record('end')
    const journal = await this.opened
    await journal.dispose()
  }

  #report(problem: JournalProblem): void {
    this.#log.warn('journal', { ...problem })
    // What cannot be read, removed or protected is still written.
    if (problem.operation !== 'write') return
    this.#isLost = true
    this.#listener?.lost()
  }

  #reportKept(): void {
    this.#log.info('the journal is written again')
    this.#isLost = false
    this.#listener?.keptAgain()
  }
}

/** Why it happened and what else is known of it. */
type AppFacts = Partial<Pick<NewJournalEntry, 'cause' | 'details'>>
