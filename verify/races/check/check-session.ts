import type { SessionEndCause } from '../../../src/shared/domain/session.ts'
import { isSignedIn } from '../../../src/shared/domain/session.ts'
import type { RunRecord } from '../run-record.ts'
import type { Finding } from './finding.ts'
import { falseStretches, Steps } from './steps.ts'
import type { Truth } from './truth.ts'

/** A poll that waits is woken by the end; one that was lost runs into its time limit, and the next one tells. */
const noticeMs = 25_000

/** "Signed in" is shown only while the gateway has the session, or until a poll could tell otherwise. */
function checkSignedIn(record: RunRecord, truth: Truth): Finding[] {
  const claims = new Steps(
    record.snapshots.map(({ atMs, snapshot }) => ({
      atMs,
      value: snapshot.session.phase === 'online' ? true : null,
    })),
  )
  return falseStretches(claims, truth.presence, record.endedAtMs, (_claim, presence) => presence === 'own')
    .filter((stretch) => {
      const spoilt = truth.struck.filter(
        ({ atMs }) => atMs >= stretch.fromMs - noticeMs && atMs <= stretch.untilMs,
      ).length
      const allowedMs = noticeMs * (1 + spoilt) + truth.disturbedMs(stretch)
      return stretch.untilMs - stretch.fromMs > allowedMs
    })
    .map(({ fromMs, untilMs }) => ({
      check: 'session',
      atMs: fromMs,
      text: `online is shown for ${untilMs - fromMs} ms after the session has ended`,
    }))
}

/** What each cause says about the session at the gateway: it is over. A refused Guid says nothing of it. */
const saysOver: readonly SessionEndCause[] = ['shut-down', 'silent-too-long', 'not-signed-in']

/** An end is shown only when there was one, and a silence only when there was one. */
function checkEnds(record: RunRecord, truth: Truth): Finding[] {
  const findings: Finding[] = []
  const looked = new Set<number>()
  let signedInSinceMs = record.beganAtMs
  for (const { atMs, snapshot } of record.snapshots) {
    const { session } = snapshot
    if (isSignedIn(session)) signedInSinceMs = session.since
    const ended = 'ended' in session ? session.ended : null
    if (ended === null || looked.has(ended.at)) continue
    looked.add(ended.at)
    if (!saysOver.includes(ended.cause)) continue
    if (truth.presence.wasEver(signedInSinceMs, ended.at, (presence) => presence !== 'own')) continue
    findings.push({ check: 'session', atMs, text: `"${ended.cause}" is shown, and the session stands` })
  }
  return findings
}

/** The number that windows rely on rises with every snapshot. */
function checkRevision({ snapshots }: RunRecord): Finding[] {
  return snapshots.flatMap(({ atMs, snapshot }, index): Finding[] => {
    const before = snapshots[index - 1]?.snapshot.revision ?? -1
    if (snapshot.revision > before) return []
    return [{ check: 'revision', atMs, text: `${snapshot.revision} follows ${before}` }]
  })
}

/** When all is well again no phase may be left that only passes. */
function checkRest({ snapshots, endedAtMs }: RunRecord): Finding[] {
  const phase = snapshots.at(-1)?.snapshot.session.phase
  const isPassing =
    phase === 'signing-in' || phase === 'signing-out' || phase === 'recovering' || phase === 'doubtful'
  return isPassing ? [{ check: 'session', atMs: endedAtMs, text: `${phase} for ever` }] : []
}

/** What is shown about the session itself. */
export function checkSession(record: RunRecord, truth: Truth): Finding[] {
  return [
    ...checkSignedIn(record, truth),
    ...checkEnds(record, truth),
    ...checkRevision(record),
    ...checkRest(record),
  ]
}
