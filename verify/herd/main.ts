import { parseArgs } from 'node:util'
import { duration, textTable } from '../support/text-table.ts'
import { runRestart, type RestartOutcome } from './run-restart.ts'

/** Documented for queue queries of one agent in any two seconds. */
const limitPerAgent = 5
const downMs = 60_000
/** What the page's lists are read for while the gateway comes back: the agent's own queues are on the screen. */
const views = ['skills'] as const

interface Case {
  readonly name: string
  readonly areSessionsKept: boolean
  readonly hasJitter: boolean
}

const cases: readonly Case[] = [
  { name: 'sessions kept, full jitter', areSessionsKept: true, hasJitter: true },
  { name: 'sessions kept, jitter off', areSessionsKept: true, hasJitter: false },
  { name: 'sessions lost, full jitter', areSessionsKept: false, hasJitter: true },
  { name: 'sessions lost, jitter off', areSessionsKept: false, hasJitter: false },
]

function problemsOf(outcome: RestartOutcome): readonly string[] {
  return [
    ...(outcome.allBackMs === null ? ['not everybody is right again'] : []),
    ...(outcome.peakPerAgent > limitPerAgent ? ['an agent asks too often'] : []),
    ...(outcome.signIns > 0 ? ['a desk signed in by itself'] : []),
  ]
}

/**
 * `npm run verify -- herd [--desks 3000] [--per-vdn 100] [--seed n]`: a gateway that is away for a minute under a shift of
 * real desks. 1 when somebody is not right again, asks too often, or signs in by himself.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      desks: { type: 'string', default: '3000' },
      'per-vdn': { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
    },
  })
  const desks = Number(values.desks)
  const perVdn = Number(values['per-vdn'])
  const rows: string[][] = []
  const problems: string[] = []
  for (const { name, ...choice } of cases) {
    const beganAt = performance.now()
    const outcome = await runRestart({ ...choice, desks, perVdn, seed: Number(values.seed), views, downMs })
    const seconds = (performance.now() - beganAt) / 1_000
    rows.push([
      name,
      String(outcome.peakTriesWhileDown),
      String(outcome.peakRequests),
      String(outcome.peakQueueQueries),
      String(outcome.peakPerAgent),
      duration(outcome.halfBackMs),
      duration(outcome.mostBackMs),
      duration(outcome.allBackMs),
      String(outcome.signIns),
      `${seconds.toFixed(0)} s`,
    ])
    problems.push(...problemsOf(outcome).map((problem) => `${name}: ${problem}`))
  }
  console.log(`${desks} real desks in VDNs of ${perVdn}, gateway away for 60 s; peaks are of any 2 s`)
  console.log(
    textTable(
      [
        'restart',
        'tries while down',
        'requests',
        'queue queries',
        'per agent',
        'half back',
        '99 % back',
        'all back',
        'sign-ins',
        'took',
      ],
      rows,
    ),
  )
  for (const problem of problems) console.log(`FAILED ${problem}`)
  return problems.length === 0 ? 0 : 1
}
