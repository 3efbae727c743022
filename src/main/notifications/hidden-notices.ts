import type { AppError } from '../../shared/app-error.ts'
import type { AbsenceReport } from '../../shared/domain/absence.ts'
import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import type { Notice, NoticeContent } from '../../shared/domain/notice.ts'
import type { AlertKind } from '../../shared/preferences/preference-schemas.ts'
import type { DeskService } from '../agent/desk-service.ts'

export interface DesktopNote {
  readonly title: string
  readonly body: string
}

export interface HiddenNoticesDeps {
  readonly desk: Pick<DeskService, 'snapshot' | 'subscribe'>
  readonly isAnyWindowVisible: () => boolean
  /** Of which kind the alert for a notice is; null when it is none. */
  readonly alertKindOf: (content: NoticeContent) => AlertKind | null
  /** What becomes of it is decided there. */
  readonly raise: (kind: AlertKind, note: DesktopNote) => void
  /** The note for a notice that must not wait until the window is opened; null for all others. */
  readonly noteFor: (content: NoticeContent) => DesktopNote | null
  /** The note for a report of what changed during a gap; null when it can wait. */
  readonly noteForAbsence: (report: AbsenceReport) => DesktopNote | null
  /** True when another door has told that failure itself; answers when that is certain. */
  readonly wasTold: (error: AppError) => Promise<boolean>
  readonly show: (note: DesktopNote) => void
}

/**
 * With every window in the tray nobody sees a notice. Answers to what the agent asked for are shown by the operating system
 * then, each once; so is what changed during a gap. What happens to the agent is an alert, which who only looks elsewhere
 * may get too.
 */
export class HiddenNotices {
  #newestId: number
  #newestAbsenceId: number
  #undo: () => void = () => undefined
  readonly #deps: HiddenNoticesDeps

  constructor(deps: HiddenNoticesDeps) {
    const { notices, absence } = deps.desk.snapshot
    this.#deps = deps
    this.#newestId = newestIdOf(notices)
    this.#newestAbsenceId = absence?.id ?? 0
  }

  start(): void {
    this.#undo = this.#deps.desk.subscribe((snapshot) => this.#look(snapshot))
  }

  dispose(): void {
    this.#undo()
  }

  #look({ notices, absence }: DeskSnapshot): void {
    const { isAnyWindowVisible, alertKindOf, raise, noteFor, noteForAbsence, show } = this.#deps
    const fresh = notices.filter((notice) => notice.id > this.#newestId)
    this.#newestId = Math.max(this.#newestId, newestIdOf(notices))
    // A report grows after it was made; it is told once.
    const report = absence !== null && absence.id > this.#newestAbsenceId ? absence : null
    this.#newestAbsenceId = report?.id ?? this.#newestAbsenceId
    if (fresh.length === 0 && report === null) return
    const isHidden = !isAnyWindowVisible()
    for (const { content } of fresh) {
      const note = noteFor(content)
      const kind = alertKindOf(content)
      if (kind === null) {
        if (isHidden) void this.#tell(content, note)
      } else if (note !== null) raise(kind, note)
    }
    if (!isHidden) return
    const note = report === null ? null : noteForAbsence(report)
    if (note !== null) show(note)
  }

  async #tell(content: NoticeContent, note: DesktopNote | null): Promise<void> {
    if (note === null) return
    if (content.kind === 'wish-failed' && (await this.#deps.wasTold(content.error))) return
    this.#deps.show(note)
  }
}

function newestIdOf(notices: readonly Notice[]): number {
  return notices.reduce((newest, notice) => Math.max(newest, notice.id), 0)
}
