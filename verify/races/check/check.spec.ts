import { beforeAll, describe, expect, it } from 'vitest'
import type { AbsenceReport } from '../../../src/shared/domain/absence.ts'
import type { DeskSnapshot } from '../../../src/shared/domain/desk-snapshot.ts'
import type { TransferReceipt } from '../../../src/shared/domain/waiting.ts'
import type { SentRequest } from '../../support/recording-transport.ts'
import type { RunRecord } from '../run-record.ts'
import { check } from './check.ts'
import { runHonestly } from './testing/honest-run.ts'

/*
 * A checker that finds nothing may be blind. So an honest run of the real desk is falsified, one lie at a time, and
 * each lie must be found by the rule it breaks.
 */

let honest: RunRecord
beforeAll(async () => {
  honest = await runHonestly()
})

type Lie = (record: RunRecord) => RunRecord

const everywhere =
  (change: (snapshot: DeskSnapshot, atMs: number) => DeskSnapshot): Lie =>
  (record) => ({
    ...record,
    snapshots: record.snapshots.map(({ atMs, snapshot }) => ({ atMs, snapshot: change(snapshot, atMs) })),
  })

const atTheEnd =
  (change: (snapshot: DeskSnapshot) => DeskSnapshot): Lie =>
  (record) => ({
    ...record,
    snapshots: record.snapshots.map(({ atMs, snapshot }, index) => ({
      atMs,
      snapshot: index === record.snapshots.length - 1 ? change(snapshot) : snapshot,
    })),
  })

const withReceipt = (change: Partial<TransferReceipt>): Lie =>
  everywhere((snapshot) => ({
    ...snapshot,
    waiting: {
      ...snapshot.waiting,
      receipts: snapshot.waiting.receipts.map((receipt) =>
        receipt.outcome === 'in-progress' ? receipt : { ...receipt, ...change },
      ),
    },
  }))

/** One of the switches as it is shown, from when the run is over on. */
type SwitchName = 'agentState' | 'afterCall' | 'linkage' | 'skills'

const withView = (name: SwitchName, change: object): Lie =>
  atTheEnd((snapshot) => ({ ...snapshot, [name]: { ...snapshot[name], ...change } }))

const withLine = (name: SwitchName, face: 'accepted' | 'seen' | 'wished', change: object): Lie =>
  atTheEnd((snapshot) => {
    const view = snapshot[name]
    const line = { ...view.line, [face]: { ...view.line[face], ...change } }
    return { ...snapshot, [name]: { ...view, line } }
  })

/** Sends a request of the run once more, a moment after its answer or together with it. */
const sendAgain =
  (path: string, isOverlapping = false): Lie =>
  (record) => {
    const known = record.sent.find((request) => request.path.includes(path))
    if (known === undefined) throw new Error(`the honest run sent nothing to ${path}`)
    const startMs = isOverlapping ? known.sentAtMs : (known.endedAtMs ?? known.sentAtMs)
    const again: SentRequest = { ...known, sentAtMs: startMs, endedAtMs: startMs }
    return { ...record, sent: [...record.sent, again].sort((a, b) => a.sentAtMs - b.sentAtMs) }
  }

const withReport = (change: Partial<AbsenceReport>): Lie =>
  everywhere((snapshot) =>
    snapshot.absence === null ? snapshot : { ...snapshot, absence: { ...snapshot.absence, ...change } },
  )

/** The server ended the session in the middle of the run, and nobody told. */
const endedInSilence: Lie = (record) => {
  const middleMs = (record.calmFromMs + record.beganAtMs) / 2
  const entry = {
    type: 'presence-ended',
    atMs: middleMs,
    agentId: record.agentId,
    cause: 'by-others',
    isAnnounced: false,
  } as const
  const before = record.history.filter(({ atMs }) => atMs <= middleMs)
  return { ...record, history: [...before, entry, ...record.history.slice(before.length)] }
}

const loggedOut = (cause: 'shut-down' | 'silent-too-long' | 'not-signed-in'): Lie =>
  atTheEnd((snapshot) => ({
    ...snapshot,
    session: {
      phase: 'ended',
      agentId: '101',
      ended: { cause, at: honest.endedAtMs },
      canReturn: true,
    },
  }))

describe('check', () => {
  it('finds nothing in an honest run, in which everything happens that the lies are about', () => {
    expect(check(honest)).toEqual([])
    const last = honest.snapshots.at(-1)!.snapshot
    expect(last.session.phase).toBe('online')
    expect(last.waiting.receipts.map(({ outcome }) => outcome)).toEqual(['moved'])
    // Nothing proves a linkage again after a sleep.
    const { agentState, afterCall, linkage, skills } = last
    expect([agentState.verdict, afterCall.verdict, skills.verdict]).toEqual(Array(3).fill('confirmed'))
    expect(linkage.verdict).toBe('doubted')
    expect(last.absence?.changes.map(({ kind }) => kind)).toContain('agent-state')
  })

  it.each<[lie: string, tell: Lie, rule: string]>([
    ['a receipt "taken" for a call that waits in the target', withReceipt({ outcome: 'taken' }), 'receipt'],
    ['a receipt "gone" for a transfer that was accepted', withReceipt({ outcome: 'gone' }), 'receipt'],
    ['a receipt "refused" for a call that was moved', withReceipt({ outcome: 'refused' }), 'receipt'],
    ['a receipt "moved" to another queue', withReceipt({ toSkillId: 3 }), 'receipt'],
    ['a receipt about a call there never was', withReceipt({ callId: '1-1' }), 'receipt'],
    ['a receipt with another answer', withReceipt({ answer: 'none' }), 'receipt'],
    ['a receipt that never ends', withReceipt({ outcome: 'in-progress' }), 'receipt'],
    ['a state accepted that was not asked for', withLine('agentState', 'accepted', rest()), 'accepted'],
    ['an after-call setting accepted', withLine('afterCall', 'accepted', { value: true }), 'accepted'],
    ['a linkage accepted', withLine('linkage', 'accepted', { value: false, at: 1 }), 'accepted'],
    ['queues accepted', withLine('skills', 'accepted', { value: [3] }), 'accepted'],
    ['a state seen', withLine('agentState', 'seen', { value: 'rest' }), 'seen'],
    ['an after-call setting seen', withLine('afterCall', 'seen', { value: true }), 'seen'],
    ['a linkage seen', withLine('linkage', 'seen', { value: false }), 'seen'],
    ['queues seen', withLine('skills', 'seen', { value: [3] }), 'seen'],
    ['a state confirmed all the time', everywhere(claimRest), 'confirmed'],
    ['a command for two causes that had one', sendAgain('/saybusy'), 'never unasked, never twice'],
    ['a transfer repeated', sendAgain('/assignuserinqueue'), 'never unasked, never twice'],
    ['a second sign-in', sendAgain('/onlineagent/101'), 'never unasked, never twice'],
    ['two commands at once', sendAgain('/autoenteridle/', true), 'one command at a time'],
    ['a session that ended unnoticed', endedInSilence, 'session'],
    ['a session shut down that stands', loggedOut('shut-down'), 'session'],
    ['a session lost in silence that stands', loggedOut('silent-too-long'), 'session'],
    ['a session gone that stands', loggedOut('not-signed-in'), 'session'],
    ['a revision that does not rise', everywhere((snapshot) => ({ ...snapshot, revision: 7 })), 'revision'],
    ['a phase that never passes', atTheEnd(signingOut), 'session'],
    ['a switch that is under way for ever', withView('afterCall', { verdict: 'pending' }), 'last wish'],
    ['a wish that is never sent', withView('skills', { verdict: 'wished' }), 'last wish'],
    ['a wish that is kept for nothing', withView('linkage', { isKept: true }), 'last wish'],
    ['a wish that was forgotten', withLine('afterCall', 'wished', { value: true }), 'last wish'],
    ['a report of another state', withReport({ changes: [became('rest')] }), 'absence'],
    [
      'a report of a queue lost',
      withReport({ changes: [{ kind: 'queues-lost', skillIds: [1] }] }),
      'absence',
    ],
    [
      'a report of a queue gained',
      withReport({ changes: [{ kind: 'queues-gained', skillIds: [4] }] }),
      'absence',
    ],
    [
      'a report of a call',
      withReport({ changes: [became('idle'), { kind: 'call-began', caller: null }] }),
      'absence',
    ],
    ['a report that leaves the state out', withReport({ changes: [] }), 'absence'],
    ['a report that the session ended', withReport({ hasSessionEnded: true }), 'absence'],
    [
      'an exception that nobody was told of',
      (record) => ({ ...record, accidents: [{ atMs: record.beganAtMs, text: 'boom' }] }),
      'accident',
    ],
  ])('finds %s', (_lie, tell, rule) => {
    expect(check(tell(honest)).map((finding) => finding.check)).toContain(rule)
  })
})

function rest(): object {
  return { value: 'rest', at: Number.MAX_SAFE_INTEGER, askedAt: 0 }
}

function claimRest(snapshot: DeskSnapshot): DeskSnapshot {
  return { ...snapshot, agentState: { ...snapshot.agentState, verdict: 'confirmed', effective: 'rest' } }
}

function signingOut(snapshot: DeskSnapshot): DeskSnapshot {
  return { ...snapshot, session: { phase: 'signing-out', agentId: '101', since: 0 } }
}

function became(after: 'rest' | 'idle'): Extract<AbsenceReport['changes'][number], { kind: 'agent-state' }> {
  return { kind: 'agent-state', before: 'busy', after, isForced: false }
}
