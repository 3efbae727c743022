import type { JournalEntry, JournalValue } from '../../../../shared/domain/journal.ts'

/** Hands out the details of an entry once each, so that what nobody has asked for is known at the end. */
export class DetailReader {
  readonly #left: Map<string, JournalValue>

  constructor(details: JournalEntry['details']) {
    this.#left = new Map(Object.entries(details))
  }

  number(key: string): number | null {
    return this.#take(key, (value) => typeof value === 'number')
  }

  word(key: string): string | null {
    return this.#take(key, (value) => typeof value === 'string')
  }

  flag(key: string): boolean | null {
    return this.#take(key, (value) => typeof value === 'boolean')
  }

  /** What was not taken; an empty text says nothing. */
  rest(): readonly (readonly [string, JournalValue])[] {
    return [...this.#left].filter(([, value]) => value !== '')
  }

  /** A detail that is there without a value is known to be missing, and taken too. */
  #take<T extends JournalValue>(key: string, isOfType: (value: JournalValue) => value is T): T | null {
    const value = this.#left.get(key)
    if (value === undefined) return null
    if (value !== null && !isOfType(value)) return null
    this.#left.delete(key)
    return value
  }
}
