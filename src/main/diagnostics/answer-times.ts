const kept = 200

/** How long the last 200 answers took. */
export class AnswerTimes {
  #last: number[] = []

  add(durationMs: number): void {
    this.#last.push(durationMs)
    if (this.#last.length > kept) this.#last.shift()
  }

  /** The lower one of the two in the middle when their number is even; null while there is none. */
  get medianMs(): number | null {
    const sorted = this.#last.toSorted((a, b) => a - b)
    return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
  }

  get slowestMs(): number | null {
    return this.#last.length === 0 ? null : Math.max(...this.#last)
  }
}
