import type { AbsenceChange, AbsenceReport, UnreadPart } from '../../shared/domain/absence.ts'
import type { GapCause } from '../../shared/domain/session.ts'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import type { JournalPort } from '../session/gateway-session.ts'
import type { Clock } from '../time/clock.ts'
import { changesSince, memoOf, type AbsenceMemo } from './absence-report.ts'
import type { DeskStore } from './desk-store.ts'

/** A gap as long as this is told even if nothing changed: the agent wonders what happened meanwhile. */
const noteworthyMs = 60_000

/** Remembers what was known when a gap began, collects what it hid, and makes the report of it. */
export class AbsenceWatch {
  #memo: AbsenceMemo | null = null
  #events: GatewayEvent[] = []
  #nextId = 1
  /** The report of the last gap, if it was worth one. */
  #shownId: number | null = null
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
  append(change: AbsenceChange): void {
    this.#store.update((state) =>
      state.absence?.id === this.#shownId
        ? { ...state, absence: { ...state.absence, changes: [...state.absence.changes, change] } }
        : state,
    )
  }

  /** Forgets a gap that is not worth a report: the agent signed out. */
  drop(): void {
    this.#memo = null
    this.#events = []
  }

  dismiss(id: number): void {
    this.#store.update((state) => (state.absence?.id === id ? { ...state, absence: null } : state))
  }

  #report(content: Omit<AbsenceReport, 'id' | 'until'>): void {
    this.drop()
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
    this.#shownId = isWorthTelling ? report.id : null
    if (isWorthTelling) this.#store.update((state) => ({ ...state, absence: report }))
  }
}
