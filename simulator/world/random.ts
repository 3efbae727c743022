/** A repeatable source of random numbers: the same seed and name give the same series on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Whole number in [min, max], both included. */
  between(min: number, max: number): number
  /** One element; the list must not be empty. */
  pick<T>(items: readonly [T, ...T[]]): T
}

/** FNV-1a, so that streams with different names start far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const char of text) {
    value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193)
  }
  return value >>> 0
}

/**
 * A stream of its own per purpose: a decision added to the traffic does not change the names of the agents.
 *
 * @param seed any whole number
 * @param stream name of the purpose
 */
export function createRandom(seed: number, stream: string): Random {
  // mulberry32: tiny, fast, and good enough for a world nobody bets on.
  let state = hash(`${seed}/${stream}`)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    between,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
  }
}
