import type { AppInfo, DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import type { Notice, NoticeContent } from '../../shared/domain/notice.ts'
import type { Clock } from '../time/clock.ts'
import type { DeskState } from './desk-state.ts'
import { projectSnapshot } from './project-snapshot.ts'

/** Enough to read after a break; more would only be scrolled past. */
const maxNotices = 20

type Listener = (snapshot: DeskSnapshot) => void

/**
 * Holds the desk's state and hands out snapshots. Several changes in one turn of the event loop make one snapshot and one
 * call to each listener, so that a burst of events costs the window one repaint.
 */
export class DeskStore {
  #state: DeskState
  #snapshot: DeskSnapshot
  #isScheduled = false
  #nextNoticeId = 1
  readonly #listeners = new Set<Listener>()
  readonly #app: AppInfo
  readonly #clock: Clock
  readonly #schedule: (run: () => void) => void

  constructor(deps: {
    initial: DeskState
    app: AppInfo
    clock: Clock
    /** Runs something at the end of the present turn; `setImmediate` in the program. */
    schedule: (run: () => void) => void
  }) {
    this.#state = deps.initial
    this.#app = deps.app
    this.#clock = deps.clock
    this.#schedule = deps.schedule
    this.#snapshot = projectSnapshot(deps.initial, 0, deps.app)
  }

  get state(): DeskState {
    return this.#state
  }

  /** Always up to date, even within the turn of a change. */
  get snapshot(): DeskSnapshot {
    return this.#snapshot
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  update(change: (state: DeskState) => DeskState): void {
    const next = change(this.#state)
    if (next === this.#state) return
    this.#state = next
    this.#snapshot = projectSnapshot(next, this.#snapshot.revision + 1, this.#app)
    if (this.#isScheduled) return
    this.#isScheduled = true
    this.#schedule(() => {
      this.#isScheduled = false
      for (const listener of this.#listeners) listener(this.#snapshot)
    })
  }

  /** Shows a notice. A newer one about the same thing takes the place of the older. */
  notify(severity: Notice['severity'], content: NoticeContent): void {
    const notice: Notice = { id: this.#nextNoticeId++, at: this.#clock.now(), severity, content }
    this.update((state) => ({
      ...state,
      notices: [notice, ...state.notices.filter((other) => !isSameSubject(other.content, content))].slice(
        0,
        maxNotices,
      ),
    }))
  }

  /** Takes back notices whose subject is over: what they said is true no more. */
  retract(isOver: (content: NoticeContent) => boolean): void {
    this.update((state) =>
      state.notices.some((notice) => isOver(notice.content))
        ? { ...state, notices: state.notices.filter((notice) => !isOver(notice.content)) }
        : state,
    )
  }

  dismissNotice(id: number): void {
    this.update((state) =>
      state.notices.some((notice) => notice.id === id)
        ? { ...state, notices: state.notices.filter((notice) => notice.id !== id) }
        : state,
    )
  }
}

function isSameSubject(a: NoticeContent, b: NoticeContent): boolean {
  if (a.kind === 'wish-failed' && b.kind === 'wish-failed') return a.wish === b.wish
  if (a.kind === 'transfer' && b.kind === 'transfer') return a.callId === b.callId
  if (a.kind === 'queue-threshold' && b.kind === 'queue-threshold') return a.skillId === b.skillId
  return a.kind === b.kind
}
