/** So many are sorted in one turn: by name, the dearest order, that takes some 10 ms. */
const runLength = 2_000

/**
 * Sorts as `toSorted` does, in pieces: 25,000 names by the rules of a language in one piece hold up the main process for
 * 200 ms.
 *
 * @param nextTurn resolves after other work had its turn
 */
export async function sortInTurns<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  nextTurn: () => Promise<unknown>,
): Promise<readonly T[]> {
  let runs: (readonly T[])[] = []
  for (let from = 0; from < items.length; from += runLength) {
    runs.push(items.slice(from, from + runLength).sort(compare))
    await nextTurn()
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = []
    for (let index = 0; index < runs.length; index += 2) {
      merged.push(merge(runs[index] ?? [], runs[index + 1] ?? [], compare))
      await nextTurn()
    }
    runs = merged
  }
  return runs[0] ?? []
}

/** Of equal items those of `left` come first, as they did before. */
function merge<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  const merged: T[] = []
  let next = 0
  for (const item of left) {
    for (let other = right[next]; other !== undefined && compare(other, item) < 0; other = right[next]) {
      merged.push(other)
      next += 1
    }
    merged.push(item)
  }
  return merged.concat(right.slice(next))
}
