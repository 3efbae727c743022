import { beforeAll, describe, expect, it } from 'vitest'
import type { AbsenceChange, AbsenceReport } from '../../../src/shared/domain/absence.ts'
import type { AgentState } from '../../../src/shared/domain/agent.ts'
import type { RunRecord } from '../run-record.ts'
import { checkAbsence } from './check-absence.ts'
import { Steps } from './steps.ts'
import { runHonestly } from './testing/honest-run.ts'
import { truthOf, type Truth } from './truth.ts'

let honest: RunRecord
let report: AbsenceReport
beforeAll(async () => {
  honest = await runHonestly()
  report = honest.snapshots.at(-1)!.snapshot.absence!
})

/** The same run, whose report says one thing more. */
function telling(change: AbsenceChange): RunRecord {
  const absence = { ...report, changes: [...report.changes, change] }
  return {
    ...honest,
    snapshots: honest.snapshots.map(({ atMs, snapshot }) => ({
      atMs,
      snapshot: snapshot.absence === null ? snapshot : { ...snapshot, absence },
    })),
  }
}

describe('checkAbsence, told that the linkage was lost', () => {
  /** The server had the agent linked all the time. */
  let linked: Truth

  beforeAll(() => {
    const settings = { autoEnterIdle: true, autoAnswer: true, linkage: 'linked', skillIds: [1, 2] } as const
    linked = { ...truthOf(honest), settings: new Steps([{ atMs: -Infinity, value: settings }]) }
  })

  const findings = (phoneLostAtMs: readonly number[]) =>
    checkAbsence(telling({ kind: 'linkage-lost' }), { ...linked, phoneLostAtMs })

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

describe('checkAbsence, told that a call ended that was over 90 s before the gap', () => {
  const findings = (disturbedMs: number) => {
    const state = new Steps<AgentState>([
      { atMs: -Infinity, value: 'busy' },
      { atMs: report.from - 100_000, value: 'talking' },
      { atMs: report.from - 90_000, value: 'busy' },
      { atMs: report.from + 1_000, value: 'idle' },
    ])
    const truth: Truth = { ...truthOf(honest), state, disturbedMs: () => disturbedMs }
    return checkAbsence(telling({ kind: 'call-ended', caller: '1' }), truth).map(({ text }) => text)
  }

  it('finds the lie when its events could have been fetched before', () => {
    expect(findings(10_000)).toEqual([expect.stringContaining('there was no call')])
  })

  it('believes it when they had to wait for an earlier gap to end', () => {
    expect(findings(20_000)).toEqual([])
  })
})
