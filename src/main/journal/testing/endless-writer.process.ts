import { systemClock } from '../../time/clock.ts'
import { openJournal } from '../open-journal.ts'
import { recordNumbered } from './journal-fixture.ts'

/*
 * Records without end into the folder it is given, in small segments, and tells its parent the id up to which the journal
 * has confirmed to be on the disk. For a spec that kills it.
 */

const [folder = ''] = process.argv.slice(2)

const journal = await openJournal({
  folder,
  clock: systemClock,
  schedule: (run) => void setImmediate(run),
  onProblem: ({ operation, code }) => {
    throw new Error(`${operation}: ${code}`)
  },
  limits: { maxSegmentBytes: 16 * 1024, maxSegments: 100_000 },
})

const tell = (id: number): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(id, (error: Error | null) => (error === null ? resolve() : reject(error)))
  })

for (;;) {
  const confirmed = recordNumbered(journal, 37).at(-1) ?? 0
  const flushed = journal.flush()
  // Some more, so that a write is always under way when the end comes.
  recordNumbered(journal, 200)
  await flushed
  await tell(confirmed)
}
