export interface Tally {
  readonly passed: number
  readonly failed: number
}

/** One part of the whole check. */
export interface Part {
  readonly name: string
  /** A part before this one, without which it would prove something else: when that fails, this one counts as failed unrun. */
  readonly needs?: string
}

/** Runs the parts one after another and adds up; a part that fails does not hide those after it. */
export async function runParts<P extends Part>(
  parts: readonly P[],
  check: (part: P) => Promise<Tally>,
  say: (line: string) => void,
): Promise<Tally> {
  const failedParts = new Set<string>()
  let total: Tally = { passed: 0, failed: 0 }
  for (const part of parts) {
    const { name, needs } = part
    let tally: Tally = { passed: 0, failed: 1 }
    if (needs !== undefined && failedParts.has(needs)) say(`== ${name}: not run, because ${needs} failed`)
    else tally = await check(part)
    if (tally.failed > 0) failedParts.add(name)
    total = { passed: total.passed + tally.passed, failed: total.failed + tally.failed }
  }
  return total
}
