import { describe, expect, test } from 'vitest'
import { rosterAgent } from '../../testing/snapshots.ts'
import { flatRows, headAbove, rowsByQueue, type TeamRow } from './team-rows.ts'

const ada = rosterAgent({ agentId: '101', skillIds: [1, 2] })
const bo = rosterAgent({ agentId: '102', state: 'busy', skillIds: [2] })
const nowhere = rosterAgent({ agentId: '103', skillIds: [] })
const none: ReadonlySet<number> = new Set()
const shape = (rows: readonly TeamRow[]): readonly string[] =>
  rows.map((row) =>
    row.kind === 'agent'
      ? row.agent.agentId
      : `${row.skillId}${row.isOpen ? '' : ' closed'}: ${row.agentCount}`,
  )

describe('rows by queue', () => {
  test.each<readonly [string, ReadonlySet<number>, number | null, readonly string[]]>([
    ['all open', none, null, ['1: 1', '101', '2: 2', '102', '101']],
    ['one closed', new Set([2]), null, ['1: 1', '101', '2 closed: 2']],
    ['only one wanted', none, 2, ['2: 2', '102', '101']],
    ['one wanted that nobody serves', none, 9, []],
  ])('%s', (_name, closed, only, rows) => {
    // In the order of the agents given, queues by number; whoever is in no queue has no place here.
    expect(shape(rowsByQueue([bo, ada, nowhere], closed, only))).toEqual(rows)
  })

  test('a head counts the states, also while it is closed; keys are each once', () => {
    const rows = rowsByQueue([ada, bo], new Set([2]))
    const head = rows.at(-1)
    expect(head?.kind === 'queue' && [...head.states]).toEqual([
      ['idle', 1],
      ['busy', 1],
    ])
    const open = rowsByQueue([ada, bo], none)
    expect(new Set(open.map(({ key }) => key)).size).toBe(open.length)
  })
})

test('the head above a row', () => {
  const rows = rowsByQueue([ada, bo], none)
  expect([0, 1, 2, 3, 4, 99].map((index) => headAbove(rows, index))).toEqual([0, 0, 2, 2, 2, 2])
  expect(headAbove(flatRows([ada, bo]), 1)).toBeNull()
  expect(headAbove([], 0)).toBeNull()
})
