import type { AbsenceChange, AbsenceReport, UnreadPart } from '../../shared/domain/absence.ts'
import type { GapCause } from '../../shared/domain/session.ts'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import type { JournalPort } from '../session/gateway-session.ts'
import type { Clock } from '../time/clock.ts'
import { changesSince, decidedTransfers, memoOf, type AbsenceMemo } from './absence-report.ts'
import type { DeskStore } from './desk-store.ts'

/** A gap as long as this is told even if nothing changed: the agent wonders what happened meanwhile. */
const noteworthyMs = 60_000

/** Lines of one report; more nobody reads. The journal has them all. */
const mostChanges = 20

/** Remembers what was known when a gap began, collects what it hid, and makes the report of it. */
export class AbsenceWatch {
  #memo: AbsenceMemo | null = null
  #events: GatewayEvent[] = []
  #nextId = 1
  /** The report of the last gap, if it was worth one. */
  #shownId: number | null = null
  /** The report of the last gap, as long as it was not worth showing. */
  #unshown: AbsenceReport | null = null
  /** Transfers that were open before the last gap and at its report. */
  #openTransfers: readonly string[] = []
  readonly #store: DeskStore
  readonly #clock: Clock
  readonly #journal: JournalPort

  constructor(deps: { store: DeskStore; clock: Clock; journal: JournalPort }) {
    this.#store = deps.store
    this.#clock = deps.clock
    this.#journal = deps.journal
  }

  get isAway(): boolean {
    return this.#memo !== null
  }

  /** The gap begins; a gap within a gap is the same one. */
  begin(): void {
    this.#memo ??= memoOf(this.#store.state)
  }

  /** An event of the gap came late. */
  note(event: GatewayEvent): void {
    if (this.#memo !== null) this.#events.push(event)
  }

  /** Everything that could be read was read again. */
  conclude(gap: { from: number; cause: GapCause }, unread: readonly UnreadPart[]): void {
    const memo = this.#memo
    if (memo === null) return
    const read = { state: !unread.includes('state'), queues: !unread.includes('queues') }
    this.#report({
      ...gap,
      hasSessionEnded: false,
      changes: changesSince(memo, this.#events, this.#store.state, read),
      unread,
    })
  }

  /** The session is over: nothing more can be read. */
  concludeWithoutSession(gap: { from: number; cause: GapCause }, dropped: readonly AbsenceChange[]): void {
    if (this.#memo === null) return
    this.#report({ ...gap, hasSessionEnded: true, changes: dropped, unread: [] })
  }

  /** Something followed from the gap after its report. */
  append(...changes: readonly AbsenceChange[]): void {
    if (this.#unshown !== null) {
      this.#unshown = { ...this.#unshown, changes: [...this.#unshown.changes, ...changes] }
    }
    this.#store.update((state) =>
      state.absence?.id === this.#shownId && changes.length > 0
        ? { ...state, absence: { ...state.absence, changes: [...state.absence.changes, ...changes] } }
        : state,
    )
  }

  /** Transfers that were open at the report may be decided now. A report that had nothing to tell has by this. */
  appendTransfers(): void {
    // A newer gap has begun: its report has them.
    if (this.#memo !== null) return
    const decided = decidedTransfers(this.#openTransfers, this.#store.state)
    this.#openTransfers = this.#openTransfers.filter((id) => !decided.some(({ callId }) => callId === id))
    this.append(...decided)
    if (decided.length > 0 && this.#unshown !== null) this.#show(this.#unshown)
  }

  /** The agent has signed out, or is another one: what happened to him is nobody else's business. */
  forget(): void {
    this.#drop()
    this.#unshown = null
    this.#openTransfers = []
    this.#store.update((state) => (state.absence === null ? state : { ...state, absence: null }))
  }

  dismiss(id: number): void {
    this.#store.update((state) => (state.absence?.id === id ? { ...state, absence: null } : state))
  }

  #drop(): void {
    this.#memo = null
    this.#events = []
  }

  #show(report: AbsenceReport): void {
    this.#unshown = null
    this.#shownId = report.id
    this.#store.update((state) => ({ ...state, absence: joined(state.absence, report) }))
  }

  #report(content: Omit<AbsenceReport, 'id' | 'until'>): void {
    const told = content.changes.flatMap((change) => (change.kind === 'transfer' ? [change.callId] : []))
    this.#openTransfers = (this.#memo?.openTransfers ?? []).filter((callId) => !told.includes(callId))
    this.#drop()
    const report: AbsenceReport = { ...content, id: this.#nextId++, until: this.#clock.now() }
    this.#journal.record({
      kind: 'absence',
      name: report.hasSessionEnded ? 'session-ended' : 'session-kept',
      cause: report.cause,
      details: {
        from: report.from,
        until: report.until,
        changes: report.changes.map(({ kind }) => kind).join(' '),
        unread: report.unread.join(' '),
      },
    })
    const isWorthTelling =
      report.changes.length > 0 || report.hasSessionEnded || report.until - report.from >= noteworthyMs
    if (isWorthTelling) this.#show(report)
    else {
      this.#shownId = null
      this.#unshown = report
    }
  }
}

/** A report the agent has not read yet is not lost to the next one: both become one, with what happened in each. */
function joined(unread: AbsenceReport | null, report: AbsenceReport): AbsenceReport {
  if (unread === null) return report
  return {
    ...report,
    from: unread.from,
    hasSessionEnded: unread.hasSessionEnded || report.hasSessionEnded,
    changes: [...unread.changes, ...report.changes].slice(-mostChanges),
  }
}
