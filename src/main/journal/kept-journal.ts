import type { JournalEntry, JournalFilter, NewJournalEntry } from '../../shared/domain/journal.ts'
import type { Clock } from '../time/clock.ts'
import type { EntryRing } from './entry-ring.ts'
import type { JournalFile } from './journal-file.ts'
import type { Journal, JournalProblem } from './journal.ts'
import { maskNew } from './mask-entry.ts'
import { readAll } from './read-segments.ts'

type Listener = (entries: readonly JournalEntry[]) => void

export interface KeptJournalDeps {
  readonly folder: string
  readonly clock: Clock
  readonly schedule: (run: () => void) => void
  readonly onProblem: (problem: JournalProblem) => void
  readonly ring: EntryRing
  readonly firstId: number
  readonly openFile: (onRecovered: (problem: JournalProblem, lost: number) => void) => JournalFile
}

/** The journal of the program: masked at the door, a ring in memory, a file behind it. */
export class KeptJournal implements Journal {
  #nextId: number
  #unannounced: JournalEntry[] = []
  readonly #listeners = new Set<Listener>()
  readonly #file: JournalFile
  readonly #deps: KeptJournalDeps

  constructor(deps: KeptJournalDeps) {
    this.#deps = deps
    this.#nextId = deps.firstId
    this.#file = deps.openFile(({ code }, lost) => {
      this.record({ kind: 'app', name: 'journal-written-again', cause: code, details: { lost } })
    })
  }

  get isKept(): boolean {
    return this.#file.isKept
  }

  record(newEntry: NewJournalEntry): number {
    const id = this.#nextId
    this.#nextId += 1
    const entry = maskNew(id, this.#deps.clock.now(), newEntry)
    this.#deps.ring.push(entry)
    this.#file.add(entry)
    this.#announce(entry)
    return id
  }

  recent(filter: JournalFilter = {}): readonly JournalEntry[] {
    return this.#deps.ring.recent(filter)
  }

  async *readAll(): AsyncGenerator<JournalEntry, void, undefined> {
    await this.flush()
    let lastId = 0
    for await (const entry of readAll(this.#deps.folder, this.#deps.onProblem)) {
      lastId = entry.id
      yield entry
    }
    yield* this.#deps.ring.after(lastId)
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  flush(): Promise<void> {
    return this.#file.flush()
  }

  dispose(): Promise<void> {
    this.#listeners.clear()
    return this.#file.close()
  }

  #announce(entry: JournalEntry): void {
    if (this.#listeners.size === 0) return
    this.#unannounced.push(entry)
    if (this.#unannounced.length > 1) return
    this.#deps.schedule(() => {
      const entries = this.#unannounced
      this.#unannounced = []
      for (const listener of this.#listeners) listener(entries)
    })
  }
}
