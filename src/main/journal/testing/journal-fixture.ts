import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JournalEntry } from '../../../shared/domain/journal.ts'
import { systemClock } from '../../time/clock.ts'
import type { Journal, JournalProblem } from '../journal.ts'
import { openJournal, type JournalOptions } from '../open-journal.ts'
import { readAll } from '../read-segments.ts'

/** An empty folder with a place for a journal in it, for one spec. */
export class JournalFolder {
  readonly parent: string
  readonly problems: JournalProblem[] = []
  readonly #opened: Journal[] = []

  private constructor(parent: string) {
    this.parent = parent
  }

  static async create(): Promise<JournalFolder> {
    return new JournalFolder(await mkdtemp(join(tmpdir(), 'deskside-journal-')))
  }

  get path(): string {
    return join(this.parent, 'journal')
  }

  segment(number: number): string {
    return join(this.path, `journal-0000000${number}.jsonl`)
  }

  async open(options: Partial<JournalOptions> = {}): Promise<Journal> {
    const journal = await openJournal({
      folder: this.path,
      clock: systemClock,
      schedule: (run) => void setImmediate(run),
      onProblem: (problem) => this.problems.push(problem),
      ...options,
    })
    this.#opened.push(journal)
    return journal
  }

  /** What any later start would find. */
  async entries(): Promise<JournalEntry[]> {
    const entries: JournalEntry[] = []
    for await (const entry of readAll(this.path, (problem) => this.problems.push(problem)))
      entries.push(entry)
    return entries
  }

  async files(): Promise<string[]> {
    return (await readdir(this.path)).sort()
  }

  async remove(): Promise<void> {
    for (const journal of this.#opened) await journal.dispose()
    await rm(this.parent, { recursive: true, force: true })
  }
}

/** Records entries whose names tell their number; returns their ids. */
export function recordNumbered(journal: Journal, count: number, from = 1): readonly number[] {
  return Array.from({ length: count }, (_, n) =>
    journal.record({
      kind: 'event',
      name: `entry-${from + n}`,
      cause: null,
      details: { text: 'ünïcödé 😀' },
    }),
  )
}
