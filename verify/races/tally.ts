import type { TransferOutcome } from '../../src/shared/domain/waiting.ts'
import type { SeedResult } from './run-seed.ts'

/** What many runs amount to; a desk that only ever said "unknown" would be found here and nowhere else. */
export interface Tally {
  seeds: number
  /** Seeds with findings, lowest first. */
  wrong: number[]
  snapshots: number
  requests: number
  reports: number
  receipts: Partial<Record<TransferOutcome, number>>
  /** How often each rule was broken. */
  findings: Record<string, number>
}

export const emptyTally = (): Tally => ({
  seeds: 0,
  wrong: [],
  snapshots: 0,
  requests: 0,
  reports: 0,
  receipts: {},
  findings: {},
})

export function addSeed(tally: Tally, { record, findings }: SeedResult): void {
  tally.seeds += 1
  tally.snapshots += record.snapshots.length
  tally.requests += record.sent.length
  tally.reports += new Set(record.snapshots.map(({ snapshot }) => snapshot.absence?.id ?? 0)).size - 1
  for (const { outcome } of record.snapshots.at(-1)?.snapshot.waiting.receipts ?? []) {
    tally.receipts[outcome] = (tally.receipts[outcome] ?? 0) + 1
  }
  if (findings.length > 0) tally.wrong.push(record.seed)
  for (const { check } of findings) tally.findings[check] = (tally.findings[check] ?? 0) + 1
}

/** Adds what another thread counted. */
export function addTally(tally: Tally, other: Tally): void {
  tally.seeds += other.seeds
  tally.wrong = [...tally.wrong, ...other.wrong].sort((a, b) => a - b)
  tally.snapshots += other.snapshots
  tally.requests += other.requests
  tally.reports += other.reports
  addCounts(tally.receipts, other.receipts)
  addCounts(tally.findings, other.findings)
}

function addCounts(counts: Partial<Record<string, number>>, others: Partial<Record<string, number>>): void {
  for (const [name, count] of Object.entries(others)) counts[name] = (counts[name] ?? 0) + (count ?? 0)
}
