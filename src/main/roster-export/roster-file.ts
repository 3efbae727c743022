import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AppError } from '../../shared/app-error.ts'
import {
  compareAgents,
  filterAgents,
  isListOrder,
  type RosterQuery,
} from '../../shared/domain/roster-query.ts'
import type { RosterColumn } from '../../shared/domain/roster.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { DeskService } from '../agent/desk-service.ts'
import { writeWholeFile } from '../files/write-file.ts'
import type { Journal } from '../journal/journal.ts'
import type { Logger } from '../logging/logger.ts'
import type { Clock } from '../time/clock.ts'
import type { Words } from '../words/words.ts'
import { byteOrderMark, csvHeader, csvRows, type RosterSheet } from './roster-csv.ts'
import { sortInTurns } from './sort-in-turns.ts'

/** Rows per write: 25,000 in one piece would hold up the main process for far more than 50 ms. */
const batchSize = 500

export interface RosterFileDeps {
  readonly desk: Pick<DeskService, 'roster' | 'snapshot'>
  readonly words: () => Words
  readonly journal: Pick<Journal, 'record'>
  readonly clock: Pick<Clock, 'now'>
  /** Asks above that window where to; null when nothing was chosen. */
  readonly choosePath: (windowId: number, proposedName: string) => Promise<string | null>
  readonly log: Logger
}

export interface SavedRoster {
  readonly path: string
  readonly agentCount: number
}

/** Saves the roster as the window shows it as a table for spreadsheets. */
export class RosterFile {
  readonly #deps: RosterFileDeps

  constructor(deps: RosterFileDeps) {
    this.#deps = deps
  }

  /** Null when no file was chosen. Fails with `storage-failed`, and with `not-connected` while no roster was read. */
  async save(
    windowId: number,
    query: RosterQuery,
    columns: readonly RosterColumn[],
  ): Promise<Result<SavedRoster | null, AppError>> {
    const { desk, words, journal, clock, choosePath, log } = this.#deps
    const { agents, read } = desk.roster
    if (read.readAt === null) return err({ code: 'not-connected' })
    const path = await choosePath(windowId, proposeName(clock.now()))
    if (path === null) return ok(null)
    const { language, messages } = words()
    const names = new Map(desk.snapshot.queues.map(({ id, name }) => [id, name]))
    const now = clock.now()
    const sheet: RosterSheet = {
      columns,
      messages,
      queueName: (id) => names.get(id) ?? messages.waiting.queueNumber.replace('{id}', String(id)),
      now,
      readAt: read.readAt,
    }
    const elapsed = Math.max(0, Math.floor((now - read.readAt) / 1_000))
    const matching = filterAgents(agents, query, elapsed)
    const rows = isListOrder(query.order)
      ? matching
      : await sortInTurns(matching, compareAgents(query.order, new Intl.Collator(language)), nextTurn)
    // Neither whom the file names nor what was searched for: both are people.
    journal.record({
      kind: 'command',
      name: 'export-roster',
      cause: 'window',
      details: { agents: rows.length },
    })
    const saved = await writeWholeFile(path, async (file) => {
      await file.writeFile(byteOrderMark + csvHeader(sheet))
      for (let from = 0; from < rows.length; from += batchSize) {
        await file.writeFile(csvRows(rows.slice(from, from + batchSize), sheet))
      }
    })
    if (saved.ok) return ok({ path, agentCount: rows.length })
    log.warn('the roster could not be saved', { code: saved.error })
    return err({ code: 'storage-failed' })
  }
}

/** Colons are no part of a file's name on Windows. */
function proposeName(now: number): string {
  return `deskside-team-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}.csv`
}
