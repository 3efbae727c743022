import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHistogram, performance } from 'node:perf_hooks'
import type { NewJournalEntry } from '../src/shared/domain/journal.ts'
import type { Journal } from '../src/main/journal/journal.ts'
import { openJournal } from '../src/main/journal/open-journal.ts'
import { systemClock } from '../src/main/time/clock.ts'

/*
 * What the journal costs: how fast entries are recorded and written, how long the event loop stands still meanwhile, and
 * how long the next start takes to read the end back. Prints one line of JSON. `node bench/journal.ts [entries]`
 */

const entries = Number(process.argv[2] ?? 10_000)
/** A burst of events, far more than one answer of the gateway can bring. */
const perTurn = 20

const typical: readonly NewJournalEntry[] = [
  {
    kind: 'event',
    name: 'AgentEvent_Ringing',
    cause: null,
    details: { callId: '1663580465-1134', isAutoAnswer: false },
  },
  { kind: 'answer', name: 'resetSkill', cause: 'restored', details: { retcode: '0', tookMs: 41 } },
  {
    kind: 'transition',
    name: 'online',
    cause: 'sign-in-accepted',
    details: { attempt: 1, from: 'signing-in' },
  },
  {
    kind: 'receipt',
    name: 'waiting:transfer',
    cause: 'window',
    details: { callId: '1663580465-1134', source: 2, target: 'Technical support', outcome: 'moved' },
  },
]

const open = (folder: string): Promise<Journal> =>
  openJournal({
    folder,
    clock: systemClock,
    schedule: (run) => void setImmediate(run),
    onProblem: ({ operation, code }) => {
      throw new Error(`The journal could not be measured: ${operation} ${code}`)
    },
  })

function record(journal: Journal, count: number): void {
  for (let n = 0; n < count; n += 1) {
    const entry = typical[n % typical.length]
    if (entry !== undefined) journal.record(entry)
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const ms = (nanoseconds: number): number => Math.round(nanoseconds / 10_000) / 100
const since = (start: number): number => Math.round((performance.now() - start) * 100) / 100

const folder = await mkdtemp(join(tmpdir(), 'deskside-bench-journal-'))
try {
  const journal = await open(join(folder, 'journal'))
  record(journal, 2000)
  await journal.flush()

  const turns = createHistogram()
  const end = new AbortController()
  const watching = (async () => {
    let last = performance.now()
    while (!end.signal.aborted) {
      await nextTurn()
      const now = performance.now()
      turns.record(Math.max(1, Math.round((now - last) * 1e6)))
      last = now
    }
  })()
  const start = performance.now()
  let recordingMs = 0
  for (let done = 0; done < entries; done += perTurn) {
    const before = performance.now()
    record(journal, Math.min(perTurn, entries - done))
    recordingMs += performance.now() - before
    await nextTurn()
  }
  await journal.flush()
  const writtenMs = since(start)
  end.abort()
  await watching
  await journal.dispose()

  const reopening = performance.now()
  const next = await open(join(folder, 'journal'))
  const startMs = since(reopening)
  await next.dispose()

  const result = {
    entries,
    recordedPerSecond: Math.round((entries / recordingMs) * 1000),
    writtenPerSecond: Math.round((entries / writtenMs) * 1000),
    loopBlockedMs: { p50: ms(turns.percentile(50)), p99: ms(turns.percentile(99)), max: ms(turns.max) },
    startMs,
  }
  process.stdout.write(`${JSON.stringify(result)}\n`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
