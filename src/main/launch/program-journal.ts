import type { NewJournalEntry } from '../../shared/domain/journal.ts'
import type { Journal, JournalProblem } from '../journal/journal.ts'
import type { Logger } from '../logging/logger.ts'

export interface ProgramJournalOptions {
  /** Opens the journal in the profile folder; must not reject. */
  readonly open: (onProblem: (problem: JournalProblem) => void) => Promise<Journal>
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
  #tellLost: (() => void) | null = null

  constructor({ open, log }: ProgramJournalOptions) {
    this.#log = log
    this.opened = open((problem) => this.#report(problem))
  }

  /** What happens to the program itself. Entries made before the journal is open follow in their order. */
  record(name: 'start' | 'end' | 'window-crashed' | 'unhandled-error', entry: AppFacts = {}): void {
    const { cause = null, ...rest } = entry
    void this.opened.then((journal) => journal.record({ kind: 'app', name, cause, ...rest }))
  }

  /** Calls `tell` each time the disk begins to refuse the journal, at once when it has done so already. */
  whenLost(tell: () => void): void {
    this.#tellLost = tell
    if (this.#isLost) tell()
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
    this.#tellLost?.()
  }
}

/** Why it happened and what else is known of it. */
type AppFacts = Partial<Pick<NewJournalEntry, 'cause' | 'details'>>
