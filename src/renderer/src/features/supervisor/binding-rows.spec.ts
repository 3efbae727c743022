import { describe, expect, test } from 'vitest'
import type { RosterAgent } from '../../../../shared/domain/roster.ts'
import type { QueueBinding } from '../../../../shared/domain/supervisor.ts'
import { rosterAgent } from '../../testing/snapshots.ts'
import { joinBindings, selectRows, sortByAccount, type BindingQuery } from './binding-rows.ts'

const collator = new Intl.Collator('en')
const bound = (account: string, change: Partial<QueueBinding> = {}): QueueBinding => ({
  account,
  agentId: null,
  name: null,
  agentWeight: 1,
  skillWeight: 1,
  ...change,
})

describe('joined with the roster', () => {
  const agents = [
    rosterAgent({ agentId: '101', name: 'Ada', state: 'talking', skillIds: [3] }),
    rosterAgent({ agentId: '102', name: '', state: 'busy', skillIds: [1] }),
  ]
  test.each<[what: string, agentId: string | null, roster: readonly RosterAgent[] | null, expected: object]>([
    ['without a roster nobody knows', '101', null, { presence: 'unknown', state: null, name: 'Own' }],
    ['nor without an agent ID', null, agents, { presence: 'unknown', state: null, name: 'Own' }],
    ['who is not in it is offline', '109', agents, { presence: 'offline', state: null, name: 'Own' }],
    ['who serves the queue is here', '101', agents, { presence: 'here', state: 'talking', name: 'Ada' }],
    ['who serves others is elsewhere', '102', agents, { presence: 'elsewhere', state: 'busy', name: 'Own' }],
  ])('%s', (_what, agentId, roster, expected) => {
    const [row] = joinBindings(3, [bound('x', { agentId, name: 'Own' })], roster)
    expect(row).toMatchObject(expected)
  })
})

describe('shown', () => {
  const rows = joinBindings(
    3,
    sortByAccount(
      [
        bound('zoe', { agentId: '101', name: 'Zoë', agentWeight: 5 }),
        bound('agent20', { agentId: '1020', agentWeight: 9, skillWeight: 3 }),
        bound('ben', { skillWeight: 7 }),
      ],
      collator,
    ),
    [rosterAgent({ agentId: '1020', skillIds: [3] })],
  )
  const plain: BindingQuery = {
    text: '',
    presence: null,
    order: { column: 'account', isDescending: false },
  }
  const shown = (change: Partial<BindingQuery>) =>
    selectRows(rows, { ...plain, ...change }).map(({ account }) => account)

  test.each<[text: string, accounts: readonly string[]]>([
    [' ', ['agent20', 'ben', 'zoe']],
    ['ZOE', ['zoe']],
    ['101', ['zoe']],
    ['20 agent', ['agent20']],
    ['ada agent20', ['agent20']],
    ['ada zoe', []],
    ['nobody', []],
  ])('by the text "%s"', (text, accounts) => {
    expect(shown({ text })).toEqual(accounts)
  })

  test('by where the agents are', () => {
    expect(shown({ presence: 'here' })).toEqual(['agent20'])
    expect(shown({ presence: 'unknown' })).toEqual(['ben'])
  })

  test.each([
    ['account', false, 'agent20 ben zoe'],
    ['account', true, 'zoe ben agent20'],
    ['agent', false, 'zoe agent20 ben'],
    ['state', false, 'agent20 zoe ben'],
    ['agentWeight', true, 'agent20 zoe ben'],
    ['skillWeight', false, 'zoe agent20 ben'],
  ] as const)('by %s, descending: %s', (column, isDescending, order) => {
    expect(shown({ order: { column, isDescending } }).join(' ')).toBe(order)
  })
})
