import { beforeEach, describe, expect, it } from 'vitest'
import type { NewJournalEntry } from '../../shared/domain/journal.ts'
import type { Journal, JournalProblem } from '../journal/journal.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { settle } from '../time/testing/manual-clock.ts'
import { ProgramJournal } from './program-journal.ts'

describe('ProgramJournal', () => {
  let done: unknown[]
  let told: string[]
  let report: (problem: JournalProblem) => void
  let recover: () => void
  let finishOpening: () => void
  let journal: ProgramJournal
  let entries: ReturnType<typeof createRecordingLogger>['entries']

  beforeEach(() => {
    done = []
    told = []
    const recording = createRecordingLogger()
    entries = recording.entries
    const kept = {
      record: (entry: NewJournalEntry) => done.push(entry),
      dispose: async () => void done.push('closed'),
    }
    journal = new ProgramJournal({
      open: ({ onProblem, onKeptAgain }) => {
        report = onProblem
        recover = onKeptAgain
        return new Promise((resolve) => {
          finishOpening = () => resolve(kept as unknown as Journal)
        })
      },
      log: recording.log,
    })
  })

  const listener = { lost: () => told.push('lost'), keptAgain: () => told.push('kept again') }
  const lose = (): void => report({ operation: 'write', code: 'ENOSPC' })

  it.each(['read', 'remove', 'protect'] as const)(
    'tells nobody but the log when it cannot %s: the journal is written all the same',
    (operation) => {
      journal.watchDisk(listener)
      report({ operation, code: 'EACCES' })
      expect(told).toEqual([])
      expect(entries).toMatchObject([{ level: 'warn', fields: { operation, code: 'EACCES' } }])
    },
  )

  it('tells each time the disk begins to refuse it', () => {
    journal.watchDisk(listener)
    lose()
    lose()
    expect(told).toEqual(['lost', 'lost'])
  })

  it('tells at once what happened before anybody could listen', () => {
    lose()
    journal.watchDisk(listener)
    expect(told).toEqual(['lost'])
  })

  it('tells when the disk takes it again', () => {
    journal.watchDisk(listener)
    lose()
    recover()
    lose()
    expect(told).toEqual(['lost', 'kept again', 'lost'])
  })

  it('tells nothing of an outage that was over before anybody could listen', () => {
    lose()
    recover()
    journal.watchDisk(listener)
    expect(told).toEqual([])
  })

  it('takes entries before it is open, and keeps their order', async () => {
    journal.record('start', { details: { version: '0.1.0' } })
    journal.record('unhandled-error', { cause: 'uncaughtException', details: { reference: 'ab12cd34' } })
    await settle()
    expect(done).toEqual([])
    finishOpening()
    await settle()
    expect(done).toEqual([
      { kind: 'app', name: 'start', cause: null, details: { version: '0.1.0' } },
      {
        kind: 'app',
        name: 'unhandled-error',
        cause: 'uncaughtException',
        details: { reference: 'ab12cd34' },
      },
    ])
  })

  it('ends with the last entry, also when the end comes before it is open', async () => {
    journal.record('start')
    const ended = journal.end()
    finishOpening()
    await ended
    expect(done).toEqual([
      { kind: 'app', name: 'start', cause: null },
      { kind: 'app', name: 'end', cause: null },
      'closed',
    ])
  })
})
