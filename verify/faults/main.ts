import { parseArgs } from 'node:util'
import { duration } from '../support/text-table.ts'
import { UnhandledWatch } from '../support/unhandled.ts'
import { buildMatrix, cellName } from './cell.ts'
import { runCell, type CellResult } from './run-cell.ts'
import { faultTable, impossibleTable } from './table.ts'

/** Failing cells of which all is told. */
const toldFailures = 25

/** Reasons for longer budgets, in how many cells each holds, and the longest time among them. */
function exceptions(results: readonly CellResult[]): readonly (readonly [string, number, number])[] {
  const reasons = new Set(results.flatMap(({ budget }) => (budget.reason === null ? [] : [budget.reason])))
  return [...reasons].map((reason) => {
    const cells = results.filter(({ budget }) => budget.reason === reason)
    return [reason, cells.length, Math.max(...cells.map(({ rightAfterMs }) => rightAfterMs ?? 0))]
  })
}

/**
 * `npm run verify -- faults [--only fault/interface/situation/duration] [--seed n]`: every fault on every interface in
 * every situation. 1 when a cell fails.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string', default: '' }, seed: { type: 'string', default: '1' } },
  })
  const seed = Number(values.seed)
  const { cells, impossible } = buildMatrix(values.only)
  if (cells.length === 0) {
    console.error(`no cell matches "${values.only}"`)
    return 2
  }
  const unhandled = new UnhandledWatch()
  unhandled.start()
  const beganAt = performance.now()
  const results: CellResult[] = []
  for (const cell of cells) {
    results.push(await runCell(cell, seed, unhandled))
    if (results.length % 500 === 0) console.error(`${results.length} of ${cells.length}`)
  }
  unhandled.stop()
  const seconds = (performance.now() - beganAt) / 1_000
  const failed = results.filter(({ problems }) => problems.length > 0)
  console.log(faultTable(results))
  console.log('\nLongest time from the end of the trouble until the screen was right. · cannot occur.\n')
  console.log(
    `${cells.length} cells ran, ${failed.length} failed, ${impossible.length} combinations cannot occur:`,
  )
  console.log(impossibleTable(impossible))
  for (const [reason, count, longest] of exceptions(results)) {
    console.log(
      `\nMore than five seconds allowed in ${count} cells (longest ${duration(longest)}): ${reason}`,
    )
  }
  const wishTimes = results.map(({ wishesAfterMs }) => wishesAfterMs ?? 0)
  console.log(
    `\nLongest time until every wish was in force or shown as failed: ${duration(Math.max(...wishTimes))}`,
  )
  console.log(`Seed ${seed}, ${seconds.toFixed(0)} s`)
  for (const { cell, problems } of failed.slice(0, toldFailures)) {
    console.log(`\nFAILED ${cellName(cell)}\n  ${problems.join('\n  ')}`)
    console.log(`  npm run verify -- faults --only ${cellName(cell)} --seed ${seed}`)
  }
  if (failed.length > toldFailures) console.log(`\n… and ${failed.length - toldFailures} more`)
  return failed.length === 0 ? 0 : 1
}
