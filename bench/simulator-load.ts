import { parseArgs } from 'node:util'
import { runLoad } from './simulator-load/run.ts'
import type { LoadResult } from './simulator-load/summarise.ts'

/*
 * How many polling agents the simulator holds: each is the real client over HTTPS, signed in to all its queues, polling,
 * and now and then busy. Prints a table and, as the last line, JSON. Exit code 1 when an event was lost, a session was ended
 * by silence, or anything failed.
 *
 * node bench/simulator-load.ts [--agents 200,500,1000] [--seconds 60] [--calls-per-minute 60] [--change-every 60]
 */

const { values } = parseArgs({
  options: {
    agents: { type: 'string', default: '200,500,1000' },
    seconds: { type: 'string', default: '60' },
    'calls-per-minute': { type: 'string', default: '60' },
    /** Mean seconds between two state changes of one agent. */
    'change-every': { type: 'string', default: '60' },
  },
})

const columns: readonly (readonly [title: string, cell: (result: LoadResult) => string | number])[] = [
  ['agents', ({ agents }) => agents],
  ['events', ({ events }) => events],
  ['event p50 ms', ({ eventMs }) => eventMs.p50],
  ['p95', ({ eventMs }) => eventMs.p95],
  ['p99', ({ eventMs }) => eventMs.p99],
  ['max', ({ eventMs }) => eventMs.max],
  ['poll answers/s', ({ pollAnswersPerSecond }) => pollAnswersPerSecond],
  ['commands', ({ commands }) => commands],
  ['command p50 ms', ({ commandMs }) => commandMs.p50],
  ['p99', ({ commandMs }) => commandMs.p99],
  ['CPU of simulator', ({ serverCpuPercent }) => `${serverCpuPercent} %`],
  ['CPU of clients', ({ clientsCpuPercent }) => `${clientsCpuPercent} %`],
  ['memory MB', ({ residentMb }) => residentMb],
  ['loop delay p99 ms', ({ loopDelayMs }) => loopDelayMs.p99],
  ['errors', ({ errors }) => Object.values(errors).reduce((sum, count) => sum + count, 0)],
  ['lost events', ({ lost }) => lost],
  ['ended by silence', ({ endedBySilence }) => endedBySilence],
]

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |\n`

const isGood = ({ agents, signedIn, lost, endedBySilence, errors }: LoadResult): boolean =>
  signedIn === agents && lost === 0 && endedBySilence === 0 && Object.keys(errors).length === 0

const results: LoadResult[] = []
for (const agents of values.agents.split(',').map(Number)) {
  results.push(
    await runLoad({
      agents,
      callsPerMinute: Number(values['calls-per-minute']),
      changeEveryMs: Number(values['change-every']) * 1000,
      seconds: Number(values.seconds),
    }),
  )
}
process.stdout.write(row(columns.map(([title]) => title)))
process.stdout.write(row(columns.map(() => '---:')))
for (const result of results) process.stdout.write(row(columns.map(([, cell]) => cell(result))))
process.stdout.write(`${JSON.stringify(results)}\n`)
if (!results.every(isGood)) process.exitCode = 1
