import type { RunRecord } from '../run-record.ts'
import { checkAbsence } from './check-absence.ts'
import { checkCommands } from './check-commands.ts'
import { checkLines } from './check-lines.ts'
import { checkReceipts } from './check-receipts.ts'
import { checkSession } from './check-session.ts'
import { checkWishes } from './check-wishes.ts'
import type { Finding } from './finding.ts'
import { truthOf } from './truth.ts'

/** Compares all that was said and sent in a run with what the server did. Empty: nothing wrong. Pure. */
export function check(record: RunRecord): readonly Finding[] {
  const truth = truthOf(record)
  return [
    ...record.accidents.map(({ atMs, text }) => ({ check: 'accident', atMs, text })),
    ...checkReceipts(record, truth),
    ...checkLines(record, truth),
    ...checkCommands(record),
    ...checkSession(record, truth),
    ...checkWishes(record, truth),
    ...checkAbsence(record, truth),
  ].sort((a, b) => a.atMs - b.atMs)
}
