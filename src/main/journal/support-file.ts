import type { AppError } from '../../shared/app-error.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Logger } from '../logging/logger.ts'
import type { Clock } from '../time/clock.ts'
import type { Journal } from './journal.ts'
import { saveJournal } from './save-journal.ts'

/** What support has to know before the first line. */
export interface ProgramFacts {
  readonly version: string
  readonly host: string
  /** Name and release of the operating system. */
  readonly system: string
}

export interface SupportFileDeps {
  readonly journal: Pick<Journal, 'record' | 'readAll'>
  readonly program: ProgramFacts
  readonly clock: Pick<Clock, 'now'>
  /** Asks above that window where to; null when the agent chose nothing. */
  readonly choosePath: (windowId: number, proposedName: string) => Promise<string | null>
  readonly log: Logger
}

/** Saves everything the journal keeps as a text for support, where the agent wants it. */
export class SupportFile {
  readonly #deps: SupportFileDeps

  constructor(deps: SupportFileDeps) {
    this.#deps = deps
  }

  /** The path of the file; null when the agent chose none. Fails with `storage-failed`. */
  async save(windowId: number): Promise<Result<string | null, AppError>> {
    const { journal, clock, choosePath, log } = this.#deps
    const path = await choosePath(windowId, proposeName(clock.now()))
    if (path === null) return ok(null)
    journal.record({ kind: 'command', name: 'save-journal', cause: 'window' })
    const saved = await saveJournal(path, this.#header(), journal.readAll())
    if (saved.ok) return ok(path)
    log.warn('the journal could not be saved for support', { code: saved.error })
    return err({ code: 'storage-failed' })
  }

  /** In English whatever the program's language, as the lines are. */
  #header(): string {
    const { program, clock } = this.#deps
    return [
      'Deskside activity log for support',
      `Version ${program.version}, host ${program.host}, ${program.system}`,
      `Saved ${new Date(clock.now()).toISOString()}; all times are UTC, the oldest line comes first`,
      'Passwords, keys and telephone numbers are masked',
      '',
      '',
    ].join('\n')
  }
}

/** Colons are no part of a file's name on Windows. */
function proposeName(now: number): string {
  return `deskside-activity-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}.txt`
}
