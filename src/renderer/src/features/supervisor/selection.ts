/** What is selected in a list, and from where a range is drawn. */
export interface Selection {
  readonly selected: ReadonlySet<string>
  /** Where the last single choice was made; a range begins there. */
  readonly anchor: string | null
  /** What was selected when the anchor was set: a range that shrinks again gives free only what it has added. */
  readonly base: ReadonlySet<string>
}

export const nothingSelected: Selection = { selected: new Set(), anchor: null, base: new Set() }

/** Adds one, or takes it out; ranges begin there from now on. */
export function toggle({ selected }: Selection, key: string): Selection {
  const next = new Set(selected)
  if (!next.delete(key)) next.add(key)
  return { selected: next, anchor: key, base: next }
}

/**
 * Selects everything from the anchor to `to`, in the order shown, and keeps what was selected before. Without an anchor
 * that is shown, the range begins at `from`.
 */
export function extend(
  { anchor, base }: Selection,
  shown: readonly string[],
  from: string,
  to: string,
): Selection {
  const start = anchor !== null && shown.includes(anchor) ? anchor : from
  const [first = 0, last = 0] = [shown.indexOf(start), shown.indexOf(to)].sort((a, b) => a - b)
  if (first < 0) return { selected: new Set([...base, to]), anchor: start, base }
  return { selected: new Set([...base, ...shown.slice(first, last + 1)]), anchor: start, base }
}

/** Adds all that are shown. */
export function addAll({ selected, anchor }: Selection, shown: readonly string[]): Selection {
  const next = new Set([...selected, ...shown])
  return { selected: next, anchor, base: next }
}

/** Takes all that are shown out. */
export function removeAll({ selected, anchor }: Selection, shown: readonly string[]): Selection {
  const gone = new Set(shown)
  const next = new Set([...selected].filter((key) => !gone.has(key)))
  return { selected: next, anchor, base: next }
}

/** Forgets what is not there any more. */
export function keepOnly({ selected, anchor }: Selection, present: ReadonlySet<string>): Selection {
  const next = new Set([...selected].filter((key) => present.has(key)))
  return { selected: next, anchor: anchor !== null && present.has(anchor) ? anchor : null, base: next }
}
