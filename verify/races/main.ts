import { readCommandLine, usage, type RacesOptions } from './command-line.ts'
import { runMany } from './run-many.ts'
import { runSeed } from './run-seed.ts'
import type { Tally } from './tally.ts'
import { traceOf } from './trace.ts'

/** How often the progress line is written at most. */
const progressMs = 1_000
/** More failing seeds than this are counted, not listed. */
const mostListed = 20

const counts = (record: Partial<Record<string, number>>): string =>
  Object.entries(record)
    .map(([name, count]) => `${name} ${count ?? 0}`)
    .join(', ')

function createProgress(count: number, startedAt: number): (tally: Tally) => void {
  let writtenAt = startedAt
  return ({ seeds, wrong }) => {
    const now = performance.now()
    if (now - writtenAt < progressMs) return
    writtenAt = now
    const perSecond = Math.round(seeds / ((now - startedAt) / 1_000))
    const first = wrong[0] === undefined ? '' : ` (the first one is ${wrong[0]})`
    process.stderr.write(`${seeds} of ${count} seeds, ${wrong.length} wrong${first}, ${perSecond} seeds/s\n`)
  }
}

async function showSeed(seed: number): Promise<number> {
  const { record, findings } = await runSeed(seed)
  console.log(traceOf(record, findings))
  for (const { check, text } of findings) console.log(`seed ${seed}: ${check}: ${text}`)
  return findings.length
}

async function runRange(options: RacesOptions): Promise<number> {
  const startedAt = performance.now()
  const tally = await runMany(options, createProgress(options.count, startedAt))
  const seconds = (performance.now() - startedAt) / 1_000
  const { seeds, wrong, snapshots, requests, reports, receipts, findings } = tally
  const [first] = wrong
  if (first !== undefined) {
    await showSeed(first)
    console.log(`rules broken: ${counts(findings)}`)
    console.log(
      `failing seeds: ${wrong.slice(0, mostListed).join(' ')}${wrong.length > mostListed ? ' …' : ''}`,
    )
    console.log(`the first one alone: npm run verify -- races --seed ${first}`)
  }
  console.log(`compared: ${snapshots} snapshots, ${requests} requests, ${reports} absence reports`)
  console.log(`receipts: ${counts(receipts)}`)
  console.log(`${seeds} seeds, ${wrong.length} wrong, ${Math.round(seeds / seconds)} seeds/s`)
  return wrong.length
}

/** `npm run verify -- races`: random interleavings against the simulator's history, on fake time. */
export async function main(args: readonly string[]): Promise<number> {
  let options: RacesOptions
  try {
    options = readCommandLine(args)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
    return 2
  }
  const wrong = await (options.isSingle ? showSeed(options.from) : runRange(options))
  return wrong === 0 ? 0 : 1
}
