import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { CheckStepId, ConnectionReport } from '../../../shared/domain/connection-check.ts'
import type { NewJournalEntry } from '../../../shared/domain/journal.ts'
import { startServer, type TestServer } from '../../gateway/testing/test-server.ts'
import { FakeDesk } from '../../ipc/testing/fake-desk.ts'
import { ConnectionCheck, type CheckInput, type CheckTimeouts } from '../connection-check.ts'

export const credentials = { agentId: '101', password: 'Deskside#101', phone: '8101', isAlwaysOffHook: true }

/** For what never answers; everything else gets the time that a busy machine needs. */
export const impatient: CheckTimeouts = { connectMs: 700, answerMs: 700, pollMs: 700 }
export const patient: CheckTimeouts = { connectMs: 20_000, answerMs: 20_000, pollMs: 20_000 }

/** A check of its own, what it tells, and what it enters into the journal. */
export function setUp(timeouts = patient) {
  const desk = new FakeDesk()
  const told: ConnectionReport[] = []
  const listeners = new Set<(report: ConnectionReport) => void>()
  const journal: NewJournalEntry[] = []
  const check = new ConnectionCheck({
    desk,
    now: () => performance.now(),
    tell: (report) => {
      told.push(report)
      for (const listener of listeners) listener(report)
    },
    journal: { record: (entry) => journal.push(entry) },
    timeouts,
  })
  const run = (input: Partial<CheckInput>) =>
    check.run({ gatewayAddress: '', caFile: '', credentials: null, ...input })
  /** Resolves when that step begins. */
  const began = (id: CheckStepId): Promise<void> =>
    new Promise((resolve) =>
      listeners.add(({ steps }) => {
        if (steps.some((step) => step.id === id && step.status === 'running')) resolve()
      }),
    )
  return { check, run, told, journal, desk, began }
}

/** Raw servers and files that end with the spec. */
export function useServers() {
  const closers: (() => unknown)[] = []
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskside-check-'))
  })
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close()
    await rm(folder, { recursive: true, force: true })
  })

  async function file(text: string): Promise<string> {
    const path = join(folder, 'ca.pem')
    await writeFile(path, text)
    return path
  }

  const noFile = (): string => join(folder, 'none.pem')

  async function serve(...args: Parameters<typeof startServer>): Promise<TestServer> {
    const server = await startServer(...args)
    closers.push(() => server.close())
    return server
  }

  return { file, noFile, serve, onEnd: (close: () => unknown) => closers.push(close) }
}
