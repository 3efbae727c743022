import { check } from './check/check.ts'
import type { Finding } from './check/finding.ts'
import { makePlan } from './plan.ts'
import { runPlan } from './run-plan.ts'
import type { RunRecord } from './run-record.ts'

/** What became of one seed. */
export interface SeedResult {
  readonly record: RunRecord
  readonly findings: readonly Finding[]
}

/** One random run of the desk against the simulated gateway, and what is wrong with it. The same for the same seed. */
export async function runSeed(seed: number): Promise<SeedResult> {
  const record = await runPlan(makePlan(seed), seed)
  return { record, findings: check(record) }
}
