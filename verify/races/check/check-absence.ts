import type { AbsenceChange, AbsenceReport } from '../../../src/shared/domain/absence.ts'
import type { DeskSnapshot } from '../../../src/shared/domain/desk-snapshot.ts'
import type { RunRecord } from '../run-record.ts'
import type { Finding } from './finding.ts'
import type { Truth } from './truth.ts'

/** What was known before a gap may be as old as the last refresh. */
const oldestMs = 75_000

/** What ends a session just before the last sign of the gateway arrived belongs to the gap after it. */
const onTheWayMs = 2_500

/** Why one line of a report is not so; null: it is. */
function disprove(change: AbsenceChange, { from, until }: AbsenceReport, truth: Truth): string | null {
  const before = from - oldestMs
  const hadQueue = (id: number, isIn: boolean, fromMs: number): boolean =>
    truth.settings.wasEver(fromMs, until, (settings) => (settings?.skillIds.includes(id) ?? false) === isIn)
  switch (change.kind) {
    case 'agent-state': {
      if (change.after === 'rest-requested' || change.before === 'rest-requested') return null
      const wasSo = (fromMs: number, name: string): boolean =>
        truth.state.wasEver(fromMs, until, (state) => state === name)
      if (!wasSo(before, change.before)) return `he was not ${change.before} before`
      return wasSo(from, change.after) ? null : `he was not ${change.after} afterwards`
    }
    case 'queues-lost':
    case 'queues-gained': {
      const isGained = change.kind === 'queues-gained'
      const wrong = change.skillIds.find(
        (id) => !hadQueue(id, isGained, from) || !hadQueue(id, !isGained, before),
      )
      return wrong === undefined ? null : `queue ${wrong} did not change like this`
    }
    case 'linkage-lost':
    case 'linkage-gained': {
      const isLinked = change.kind === 'linkage-gained'
      const isSo = truth.settings.wasEver(
        before,
        until,
        (settings) => (settings?.linkage === 'linked') === isLinked,
      )
      // A phone that is out of reach is as good as not linked, whatever the gateway has set.
      const isPhoneLost = truth.phoneLostAtMs.some((atMs) => atMs >= from - onTheWayMs && atMs <= until)
      return isSo || (!isLinked && isPhoneLost) ? null : 'the linkage did not change like this'
    }
    case 'call-began':
      return truth.state.wasEver(from, until, (state) => state === 'talking') ? null : 'there was no call'
    case 'call-ended':
    case 'call-missed': {
      // The events of a call in an earlier gap may come only in this one: the gateway keeps them until somebody asks.
      const keptMs = truth.disturbedMs({ fromMs: -Infinity, untilMs: from })
      const wasCall = truth.state.wasEver(before - keptMs, until, (state) => state === 'talking')
      return wasCall ? null : 'there was no call'
    }
    case 'transfer':
    case 'wish-sent':
    case 'wish-dropped':
      return null
  }
}

/** What a report leaves out although it was read: the state that was shown before, and the one that is so since. */
function findMissing(
  report: AbsenceReport,
  shown: DeskSnapshot['agentState'] | undefined,
  truth: Truth,
): string | null {
  if (report.hasSessionEnded || report.unread.includes('state')) return null
  if (report.changes.some(({ kind }) => kind === 'agent-state')) return null
  const after = truth.state.at(report.until)
  const sinceMs = truth.state.since(report.until) ?? report.until
  // Too fresh to have been read, or not known before: nothing can be missed.
  const isOld = sinceMs < report.until - 5_000
  const before = shown?.effective ?? null
  if (before === null || before === 'rest-requested' || after === undefined || !isOld || before === after) {
    return null
  }
  return `the state was ${before}, is ${after}, and nothing is said of it`
}

/** Every line of every report, and what each leaves out. */
export function checkAbsence(record: RunRecord, truth: Truth): Finding[] {
  const findings: Finding[] = []
  const looked = new Set<AbsenceReport>()
  let newestId = 0
  /** The state as it is shown while the desk is online, and as it was when it began to doubt. */
  let shown: DeskSnapshot['agentState'] | undefined
  let shownBefore: DeskSnapshot['agentState'] | undefined
  let wasOnline = false
  for (const { atMs, snapshot } of record.snapshots) {
    const isOnline = snapshot.session.phase === 'online'
    if (wasOnline && !isOnline) shownBefore = shown
    if (isOnline) shown = snapshot.agentState
    wasOnline = isOnline
    const { absence } = snapshot
    if (absence === null || looked.has(absence)) continue
    looked.add(absence)
    const texts = absence.changes.map((change) => {
      const why = disprove(change, absence, truth)
      return why === null ? null : `${JSON.stringify(change)}: ${why}`
    })
    const wasOver = truth.presence.wasEver(absence.from - onTheWayMs, absence.until, (who) => who !== 'own')
    // A Guid that is refused says only that: the gateway may count the agent as signed in all the same.
    const isGuid = 'ended' in snapshot.session && snapshot.session.ended?.cause === 'guid-refused'
    if (absence.hasSessionEnded && !wasOver && !isGuid) texts.push('the session is called over, and stands')
    // What follows from a gap is added to its report later; what it left out it left out at first.
    if (absence.id !== newestId) texts.push(findMissing(absence, shownBefore, truth))
    newestId = absence.id
    for (const text of texts) if (text !== null) findings.push({ check: 'absence', atMs, text })
  }
  return findings
}
