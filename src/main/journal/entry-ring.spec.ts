import { describe, expect, it } from 'vitest'
import type { JournalEntry, JournalFilter } from '../../shared/domain/journal.ts'
import { EntryRing } from './entry-ring.ts'

const entry = (id: number, more: Partial<JournalEntry> = {}): JournalEntry => ({
  id,
  at: id * 100,
  kind: 'event',
  name: `entry-${id}`,
  cause: null,
  details: {},
  ...more,
})
const ids = (entries: readonly JournalEntry[]): number[] => entries.map(({ id }) => id)

describe('bounds', () => {
  it('only the newest of what was read back', () => {
    const ring = new EntryRing(
      3,
      [1, 2, 3, 4, 5].map((id) => entry(id)),
    )
    expect(ids(ring.recent({}))).toEqual([5, 4, 3])
  })

  it('never more than its capacity, however many come', () => {
    const ring = new EntryRing(3, [])
    for (let id = 1; id <= 50; id += 1) {
      ring.push(entry(id))
      expect(ids(ring.recent({}))).toEqual([id, id - 1, id - 2].filter((other) => other > 0))
      expect(ids(ring.after(0))).toEqual(ids(ring.recent({})).toReversed())
    }
  })

  it.each([
    [undefined, 200],
    [1000, 500],
    [7, 7],
    [0, 0],
    [-1, 0],
  ])('limit %s', (limit, expected) => {
    const ring = new EntryRing(500, [])
    for (let id = 1; id <= 600; id += 1) ring.push(entry(id))
    expect(ring.recent(limit === undefined ? {} : { limit })).toHaveLength(expected)
  })
})

describe('filters', () => {
  const ring = new EntryRing(10, [
    entry(1, { kind: 'command', name: 'agent:set-state', cause: 'tray', details: { state: 'Rest' } }),
    entry(2, { kind: 'answer', name: 'rest', details: { retcode: '100-006' } }),
    entry(3, { kind: 'event', name: 'AgentState_SetRest_Success', details: { callId: '16-34' } }),
    entry(4, { kind: 'transition', name: 'signed-out', cause: 'not-signed-in' }),
  ])

  it.each<[string, JournalFilter, number[]]>([
    ['none', {}, [4, 3, 2, 1]],
    ['no kind', { kinds: [] }, []],
    ['kinds', { kinds: ['command', 'event'] }, [3, 1]],
    ['the next page', { beforeId: 3, limit: 1 }, [2]],
    ['a door', { door: 'tray' }, [1]],
    ['a door nobody used', { door: 'palette' }, []],
    ['by itself', { door: 'itself' }, [4]],
    ['some of them', { ids: [1, 4, 99] }, [4, 1]],
    ['some of them and a kind', { ids: [1, 4], kinds: ['command'] }, [1]],
  ])('%s', (_name, filter, expected) => expect(ids(ring.recent(filter))).toEqual(expected))
})
