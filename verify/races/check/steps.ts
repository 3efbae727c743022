/** A value that holds from a moment on. */
export interface Change<T> {
  readonly atMs: number
  readonly value: T
}

/** What was the case when: a value that changes in steps. Several changes of one moment all held, the last one longest. */
export class Steps<T> {
  readonly #changes: readonly Change<T>[]

  /** @param changes in the order in which they happened */
  constructor(changes: readonly Change<T>[]) {
    this.#changes = changes
  }

  get changes(): readonly Change<T>[] {
    return this.#changes
  }

  /** The value at the end of a moment; undefined before the first change. */
  at(ms: number): T | undefined {
    return this.#changes[this.#countUntil(ms) - 1]?.value
  }

  /** Whether it ever was so, from one moment to another, both included. */
  wasEver(fromMs: number, untilMs: number, isSo: (value: T) => boolean): boolean {
    const first = this.#changes[this.#countUntil(fromMs - 1) - 1]
    if (first !== undefined && isSo(first.value)) return true
    for (let index = this.#countUntil(fromMs - 1); index < this.#changes.length; index += 1) {
      const change = this.#changes[index]
      if (change === undefined || change.atMs > untilMs) return false
      if (isSo(change.value)) return true
    }
    return false
  }

  /** Since when a value holds that is the case at a moment: the time of its change. */
  since(ms: number): number | undefined {
    return this.#changes[this.#countUntil(ms) - 1]?.atMs
  }

  /** Changes up to and including a moment. */
  #countUntil(ms: number): number {
    let low = 0
    let high = this.#changes.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#changes[middle]?.atMs ?? Infinity) <= ms) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** A stretch of time. */
export interface Stretch {
  readonly fromMs: number
  readonly untilMs: number
}

/** The stretches in which a claim was made that was not the case; a claim of null says nothing. */
export function falseStretches<C, T>(
  claims: Steps<C | null>,
  truth: Steps<T>,
  endMs: number,
  isTrue: (claim: C, value: T | undefined) => boolean,
): readonly Stretch[] {
  const moments = [...claims.changes, ...truth.changes].map(({ atMs }) => atMs)
  const sorted = [...new Set(moments)].sort((a, b) => a - b)
  const stretches: Stretch[] = []
  let falseSinceMs: number | null = null
  for (const ms of [...sorted, endMs]) {
    const claim = claims.at(ms) ?? null
    const isFalse = ms < endMs && claim !== null && !isTrue(claim, truth.at(ms))
    if (isFalse) falseSinceMs ??= ms
    else if (falseSinceMs !== null) {
      stretches.push({ fromMs: falseSinceMs, untilMs: ms })
      falseSinceMs = null
    }
  }
  return stretches
}
