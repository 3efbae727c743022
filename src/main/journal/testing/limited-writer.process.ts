import { systemClock } from '../../time/clock.ts'
import type { JournalProblem } from '../journal.ts'
import { openJournal } from '../open-journal.ts'
import { recordNumbered } from './journal-fixture.ts'

/*
 * Records more than the system lets it write, tries twice to get it onto the disk, and prints what the journal said of
 * it. For a spec that limits the size of its files.
 */

const [folder = ''] = process.argv.slice(2)
const problems: JournalProblem[] = []
const journal = await openJournal({
  folder,
  clock: systemClock,
  schedule: (run) => void setImmediate(run),
  onProblem: (problem) => problems.push(problem),
})
recordNumbered(journal, 100)
await journal.flush()
await journal.flush()
process.stdout.write(JSON.stringify({ problems, isKept: journal.isKept }))
await journal.dispose()
