import type { Notice, NoticeContent } from '../../shared/domain/notice.ts'
import type { DeskService } from '../agent/desk-service.ts'

export interface DesktopNote {
  readonly title: string
  readonly body: string
}

export interface HiddenNoticesDeps {
  readonly desk: Pick<DeskService, 'snapshot' | 'subscribe'>
  readonly isAnyWindowVisible: () => boolean
  /** The note for a notice that must not wait until the window is opened; null for all others. */
  readonly noteFor: (content: NoticeContent) => DesktopNote | null
  readonly show: (note: DesktopNote) => void
}

/**
 * With every window in the tray nobody sees a notice. Those that change what reaches the agent (signed out, other queues
 * than asked for) are shown by the operating system then, each once.
 */
export class HiddenNotices {
  #newestId: number
  #undo: () => void = () => undefined
  readonly #deps: HiddenNoticesDeps

  constructor(deps: HiddenNoticesDeps) {
    this.#deps = deps
    this.#newestId = newestIdOf(deps.desk.snapshot.notices)
  }

  start(): void {
    this.#undo = this.#deps.desk.subscribe(({ notices }) => {
      const fresh = notices.filter((notice) => notice.id > this.#newestId)
      this.#newestId = Math.max(this.#newestId, newestIdOf(notices))
      if (fresh.length === 0 || this.#deps.isAnyWindowVisible()) return
      for (const notice of fresh) {
        const note = this.#deps.noteFor(notice.content)
        if (note !== null) this.#deps.show(note)
      }
    })
  }

  dispose(): void {
    this.#undo()
  }
}

function newestIdOf(notices: readonly Notice[]): number {
  return notices.reduce((newest, notice) => Math.max(newest, notice.id), 0)
}
