import { once } from 'node:events'
import { serialize } from 'node:v8'
import { performance } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import { RosterReader } from '../src/main/agent/roster-reader.ts'
import type { RosterAgent } from '../src/shared/domain/roster.ts'
import { createGateway } from '../src/main/gateway/create-gateway.ts'
import type { OnlineState } from '../src/main/session/session-state.ts'
import { systemClock } from '../src/main/time/clock.ts'
import { rosterBody } from './roster/answer.ts'

/*
 * What a long roster costs the main process, from the request to the rows on their way to a window: the longest time the
 * event loop stood still, and the whole. Beside it the same with a thread that parses and checks. The machine may be busy:
 * of several readings the median is told, and the stall also as processor time of the main thread, which others do not
 * lengthen. Prints a table and, as the last line, JSON. `node bench/roster.ts [readings]`
 */

const readings = Number(process.argv[2] ?? 15)
const sizes = [100, 5_000, 25_000] as const

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const cpuMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
const median = (values: readonly number[]): number =>
  Math.round((values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0) * 10) / 10

interface Cost {
  readonly stallMs: number
  readonly stallCpuMs: number
  readonly totalMs: number
}

/** Runs work and watches every turn of the event loop meanwhile. */
async function watch(work: () => Promise<void>): Promise<Cost> {
  let [stallMs, stallCpuMs] = [0, 0]
  const over = new AbortController()
  const start = performance.now()
  const done = work().finally(() => over.abort())
  let [last, lastCpu] = [start, cpuMs()]
  while (!over.signal.aborted) {
    await nextTurn()
    const [now, nowCpu] = [performance.now(), cpuMs()]
    stallMs = Math.max(stallMs, now - last)
    stallCpuMs = Math.max(stallCpuMs, nowCpu - lastCpu)
    ;[last, lastCpu] = [now, nowCpu]
  }
  await done
  return { stallMs, stallCpuMs, totalMs: performance.now() - start }
}

async function measure(work: () => Promise<void>): Promise<Cost> {
  await work()
  const costs: Cost[] = []
  for (let count = 0; count < readings; count += 1) costs.push(await watch(work))
  return {
    stallMs: median(costs.map(({ stallMs }) => stallMs)),
    stallCpuMs: median(costs.map(({ stallCpuMs }) => stallCpuMs)),
    totalMs: median(costs.map(({ totalMs }) => totalMs)),
  }
}

const server = new Worker(new URL('roster/serve.ts', import.meta.url))
const thread = new Worker(new URL('roster/read-apart.ts', import.meta.url))
const [port] = (await once(server, 'message')) as [number]
const gateway = createGateway({ address: `http://127.0.0.1:${port}`, caPem: null })
if (!gateway.ok) throw new Error(gateway.error.code)
const client = gateway.value
const online: OnlineState = {
  phase: 'online',
  agentId: '',
  since: 0,
  loginTime: null,
  attempt: 0,
  isAlwaysOffHook: true,
  passwordDaysLeft: null,
  isPasswordChangeForced: false,
}

/** As the product does it, as far as the message to a window. */
async function readHere(rows: number): Promise<void> {
  const reader = new RosterReader({
    session: {
      state: { ...online, agentId: String(rows) },
      query: (request) => request(client, String(rows)),
    },
    clock: systemClock,
    pacer: { turn: () => Promise.resolve() },
    onOwnSkills: () => undefined,
  })
  reader.subscribe(({ agents }) => serialize(agents))
  const result = await reader.refresh()
  if (!result.ok || reader.snapshot.agents.length !== rows) throw new Error('the roster was not read')
}

/** The bytes are handed to a thread, which costs nothing, and the rows come back as a copy. */
async function readApart(body: Uint8Array, rows: number): Promise<void> {
  const bytes = body.slice()
  thread.postMessage(bytes, [bytes.buffer])
  const [agents] = (await once(thread, 'message')) as [readonly RosterAgent[]]
  if (agents.length !== rows) throw new Error('the roster was not read')
  serialize(agents)
}

const results: { readonly rows: number; readonly here: Cost; readonly apart: Cost }[] = []
for (const rows of sizes) {
  const body = new TextEncoder().encode(rosterBody(rows))
  results.push({
    rows,
    here: await measure(() => readHere(rows)),
    apart: await measure(() => readApart(body, rows)),
  })
}
await client.dispose()
await Promise.all([server.terminate(), thread.terminate()])

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |\n`
const titles = ['longest stall ms', 'of it processor ms', 'total ms']
const out = process.stdout
out.write(
  line(['rows', ...titles.map((title) => `main: ${title}`), ...titles.map((title) => `thread: ${title}`)]),
)
out.write(line(Array.from({ length: 7 }, () => '---:')))
for (const { rows, here, apart } of results) {
  out.write(line([rows, ...[here, apart].flatMap((cost) => [cost.stallMs, cost.stallCpuMs, cost.totalMs])]))
}
out.write(`${JSON.stringify(results)}\n`)
