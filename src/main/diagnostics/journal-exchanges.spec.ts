import { beforeEach, describe, expect, it } from 'vitest'
import type { NewJournalEntry } from '../../shared/domain/journal.ts'
import { queueFigures } from '../gateway/requests/queue-requests.ts'
import { combineObservers } from './combine-observers.ts'
import { JournalExchanges } from './journal-exchanges.ts'
import { answered, exchange, failed, poll, waitingQuery } from './testing/exchanges.ts'

describe('JournalExchanges', () => {
  let entries: NewJournalEntry[]
  let observer: JournalExchanges

  beforeEach(() => {
    entries = []
    observer = new JournalExchanges({ record: (entry) => entries.push(entry) })
  })

  const outcomes = (): readonly unknown[] =>
    entries.map(({ cause, details }) => cause ?? details?.retcode ?? null)

  it('does not enter polls that are answered, nor queries given up by ourselves', () => {
    for (const outcome of [answered(), answered(), failed('aborted'), answered()])
      observer.exchanged(poll(outcome))
    observer.exchanged(waitingQuery(failed('aborted')))
    expect(entries).toEqual([])
  })

  it('enters that polls begin to fail, fail differently, and are answered again', () => {
    for (const outcome of [
      answered(),
      failed('unreachable'),
      failed('unreachable'),
      failed('timed-out'),
      answered('000-004'),
      answered(),
      answered(),
    ])
      observer.exchanged(poll(outcome))
    expect(outcomes()).toEqual(['unreachable', 'timed-out', '000-004', '0'])
  })

  it('enters a first poll that is refused', () => {
    observer.exchanged(poll(answered('100-006')))
    expect(outcomes()).toEqual(['100-006'])
  })

  it('enters the first of a row of equal answers to a query', () => {
    for (const outcome of [answered(), answered(), answered('100-007'), answered('100-007'), answered()])
      observer.exchanged(waitingQuery(outcome))
    for (let n = 0; n < 2; n += 1) observer.exchanged(exchange({ name: queueFigures('101', [1]).name }))
    expect(entries.map(({ name, details }) => [name, details?.retcode])).toEqual([
      ['queryWaitCallInfoBySkillId', '0'],
      ['queryWaitCallInfoBySkillId', '100-007'],
      ['queryWaitCallInfoBySkillId', '0'],
      ['queryStatInfoOfAcd', '0'],
    ])
  })

  it('enters every command', () => {
    observer.exchanged(exchange({ durationMs: 12.4 }))
    observer.exchanged(exchange({ durationMs: 12.4 }))
    observer.exchanged(exchange({ name: 'assignUserInQueue', method: 'PUT', outcome: failed('cut') }))
    observer.exchanged(exchange({ name: 'logout', method: 'DELETE', outcome: failed('aborted') }))
    const busy = {
      kind: 'answer',
      name: 'sayBusy',
      cause: null,
      details: { outcome: 'answered', retcode: '0', ms: 12 },
    }
    expect(entries).toEqual([
      busy,
      busy,
      { kind: 'answer', name: 'assignUserInQueue', cause: 'cut', details: { outcome: 'failed', ms: 10 } },
      { kind: 'answer', name: 'logout', cause: 'aborted', details: { outcome: 'failed', ms: 10 } },
    ])
  })
})

describe('combineObservers', () => {
  it('tells each of them, in order', () => {
    const told: string[] = []
    const named = (name: string) => ({ exchanged: () => told.push(name) })
    combineObservers(named('a'), named('b')).exchanged(exchange())
    expect(told).toEqual(['a', 'b'])
  })
})
