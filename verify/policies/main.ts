import { parseArgs } from 'node:util'
import { duration, textTable } from '../support/text-table.ts'
import { startDeskside, startOneValue, type StartClient } from './clients.ts'
import { knownPolicies } from './known-policies.ts'
import { runScript, type Outcome } from './run-script.ts'
import { scripts } from './scripts.ts'

interface Row {
  readonly name: string
  readonly outcome: Outcome
}

const contestants: readonly { readonly name: string; readonly start: StartClient }[] = [
  { name: 'Deskside', start: startDeskside },
  ...knownPolicies.map((policy) => ({ name: policy.name, start: startOneValue(policy) })),
]

/** What Deskside is behind in, against the best of the others. */
function behindIn([own, ...others]: readonly Row[]): readonly string[] {
  if (own === undefined) return []
  const isBehind = (measure: (outcome: Outcome) => number): boolean =>
    measure(own.outcome) > Math.min(...others.map(({ outcome }) => measure(outcome)))
  return [
    ...(isBehind(({ rightAfterMs }) => rightAfterMs ?? Infinity) ? ['time to the right screen'] : []),
    ...(isBehind(({ wrongMs }) => wrongMs) ? ['time of wrong screens'] : []),
    ...(isBehind(({ missed }) => missed) ? ['missed'] : []),
    ...(isBehind(({ requests }) => requests) ? ['requests'] : []),
  ]
}

/**
 * `npm run verify -- policies [--seed n]`: Deskside and other clients' policies through the same scripts of trouble. 1 when
 * Deskside's screen is never right, or is longer wrong than another's, or misses what another tells.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { seed: { type: 'string', default: '1' } } })
  const seed = Number(values.seed)
  let failures = 0
  for (const script of scripts) {
    const rows: Row[] = []
    for (const { name, start } of contestants) {
      rows.push({ name, outcome: await runScript(script, start, seed) })
    }
    console.log(
      textTable(
        [script.name, 'right after', 'wrong screens', 'wrong for', 'in doubt for', 'missed', 'requests'],
        rows.map(({ name, outcome }) => [
          name,
          duration(outcome.rightAfterMs),
          String(outcome.wrongScreens),
          duration(outcome.wrongMs),
          duration(outcome.doubtedMs),
          String(outcome.missed),
          String(outcome.requests),
        ]),
      ),
    )
    const behind = behindIn(rows)
    console.log(behind.length === 0 ? 'Deskside leads.\n' : `Deskside is behind in: ${behind.join(', ')}.\n`)
    const isFailure = rows[0]?.outcome.rightAfterMs === null || behind.some((what) => decisive.has(what))
    if (isFailure) failures += 1
  }
  console.log(legend)
  console.log(
    `${scripts.length} scripts, seed ${seed}; ${failures} in which Deskside shows less truth than another`,
  )
  return failures === 0 ? 0 : 1
}

const legend = `right after: from the end of the trouble until the screen was right, without doubt, and stayed so.
A screen that shows its last value without asking can be right sooner, by chance or because it called itself signed out
long before; Deskside is right only when it has read back, and waits at random so that not all desks come at once.
Its requests are that reading back, and the reading of the state once a minute.
`

/** More requests or half a second more are a price; these are not. */
const decisive: ReadonlySet<string> = new Set(['time of wrong screens', 'missed'])
