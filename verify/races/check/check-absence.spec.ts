import { beforeAll, describe, expect, it } from 'vitest'
import type { AbsenceReport } from '../../../src/shared/domain/absence.ts'
import type { RunRecord } from '../run-record.ts'
import { checkAbsence } from './check-absence.ts'
import { Steps } from './steps.ts'
import { runHonestly } from './testing/honest-run.ts'
import { truthOf, type Truth } from './truth.ts'

describe('checkAbsence, told that the linkage was lost', () => {
  let told: RunRecord
  let report: AbsenceReport
  /** The server had the agent linked all the time. */
  let linked: Truth

  beforeAll(async () => {
    const honest = await runHonestly()
    const last = honest.snapshots.at(-1)!
    report = {
      ...last.snapshot.absence!,
      changes: [...last.snapshot.absence!.changes, { kind: 'linkage-lost' }],
    }
    told = {
      ...honest,
      snapshots: honest.snapshots.map(({ atMs, snapshot }) => ({
        atMs,
        snapshot: snapshot.absence === null ? snapshot : { ...snapshot, absence: report },
      })),
    }
    const settings = { autoEnterIdle: true, autoAnswer: true, linkage: 'linked', skillIds: [1, 2] } as const
    linked = { ...truthOf(honest), settings: new Steps([{ atMs: -Infinity, value: settings }]) }
  })

  const findings = (phoneLostAtMs: readonly number[]) => checkAbsence(told, { ...linked, phoneLostAtMs })

  it.each([
    ['nothing of the kind happened', () => []],
    ['the phone was out of reach long before', () => [report.from - 20_000]],
    ['the phone was out of reach only afterwards', () => [report.until + 1]],
  ])('finds the lie when %s', (_title, lostAt) => {
    expect(findings(lostAt()).map(({ check, text }) => `${check}: ${text}`)).toEqual([
      'absence: {"kind":"linkage-lost"}: the linkage did not change like this',
    ])
  })

  it('believes it when the linked phone was out of reach in the gap', () => {
    expect(findings([report.from + 1_000])).toEqual([])
  })
})
