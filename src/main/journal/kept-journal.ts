import type { JournalEntry, JournalFilter, NewJournalEntry } from '../../shared/domain/journal.ts'
import type { Clock } from '../time/clock.ts'
import { defaultLimit, type EntryRing } from './entry-ring.ts'
import type { JournalFile } from './journal-file.ts'
import type { Journal, JournalProblem } from './journal.ts'
import { maskNew } from './mask-entry.ts'
import { createMatcher } from './match-entry.ts'
import { readAll, readOlder } from './read-segments.ts'

export interface KeptJournalDeps {
  readonly folder: string
  readonly clock: Clock
  readonly onProblem: (problem: JournalProblem) => void
  readonly onKeptAgain: () => void
  readonly ring: EntryRing
  readonly firstId: number
  readonly openFile: (onRecovered: (problem: JournalProblem, lost: number) => void) => JournalFile
}

/** The journal of the program: masked at the door, a ring in memory, a file behind it. */
export class KeptJournal implements Journal {
  #nextId: number
  readonly #file: JournalFile
  readonly #deps: KeptJournalDeps

  constructor(deps: KeptJournalDeps) {
    this.#deps = deps
    this.#nextId = deps.firstId
    this.#file = deps.openFile(({ code }, lost) => {
      this.record({ kind: 'app', name: 'journal-written-again', cause: code, details: { lost } })
      deps.onKeptAgain()
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
    return id
  }

  recent(filter: JournalFilter = {}): readonly JournalEntry[] {
    return this.#deps.ring.recent(filter)
  }

  async page(filter: JournalFilter = {}): Promise<readonly JournalEntry[]> {
    const { ring, folder, onProblem } = this.#deps
    const recent = ring.recent(filter)
    const limit = (filter.limit ?? defaultLimit) - recent.length
    if (limit <= 0 || filter.isRecentOnly === true) return recent
    const beforeId = Math.min(filter.beforeId ?? Infinity, ring.oldestId)
    const older = await readOlder(folder, { beforeId, limit, isAsked: createMatcher(filter) }, onProblem)
    return [...recent, ...older]
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

  flush(): Promise<void> {
    return this.#file.flush()
  }

  dispose(): Promise<void> {
    return this.#file.close()
  }
}
