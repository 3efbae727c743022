import { describe, expect, it } from 'vitest'
import type { RosterAgent } from './roster.ts'
import { countStates, selectAgents, wholeRoster, type RosterQuery } from './roster-query.ts'

const agent = (agentId: string, change: Partial<RosterAgent> = {}): RosterAgent => ({
  agentId,
  name: '',
  state: 'idle',
  stateSeconds: 0,
  signedInAt: null,
  skillIds: [],
  ...change,
})
const agents: readonly RosterAgent[] = [
  agent('101', { name: 'Ada', stateSeconds: 50, signedInAt: 3, skillIds: [1, 2] }),
  agent('102', { name: 'zoë', state: 'busy', stateSeconds: null, signedInAt: 1, skillIds: [1] }),
  agent('103', { name: 'Émile', state: 'talking', stateSeconds: 600, skillIds: [2] }),
  agent('1010', { name: 'Bo', state: 'busy', stateSeconds: 70, signedInAt: 2, skillIds: [1, 2, 3] }),
]
const collator = new Intl.Collator('en')
const ids = (query: Partial<RosterQuery>, elapsed = 0): readonly string[] =>
  selectAgents(agents, { ...wholeRoster, ...query }, collator, elapsed).map(({ agentId }) => agentId)

describe('who is left out', () => {
  it.each<readonly [string, Partial<RosterQuery>, readonly string[]]>([
    ['nobody', {}, ['101', '102', '103', '1010']],
    ['all, when nothing matches', { text: 'x' }, []],
    ['by a part of the ID', { text: ' 101 ' }, ['101', '1010']],
    ['by a part of the name in any case', { text: 'ZO' }, ['102']],
    ['by a name with an accent too many', { text: 'bó' }, ['1010']],
    ['by a name without its accent', { text: 'zoe' }, ['102']],
    ['by queue', { skillId: 2 }, ['101', '103', '1010']],
    ['by states', { states: ['busy', 'talking'] }, ['102', '103', '1010']],
    ['by the time in the state, unknown times too', { minSeconds: 60 }, ['103', '1010']],
    ['by all of them at once', { text: '10', skillId: 1, states: ['busy'], minSeconds: 0 }, ['1010']],
  ])('%s', (_name, query, left) => {
    expect(ids(query)).toEqual(left)
  })

  it('times in state grow with the age of the list', () => {
    expect(ids({ minSeconds: 60 }, 10)).toEqual(['101', '103', '1010'])
  })
})

describe('order', () => {
  it.each<readonly [RosterQuery['order']['column'], readonly string[]]>([
    ['agent', ['101', '102', '103', '1010']],
    ['name', ['101', '1010', '103', '102']],
    ['state', ['101', '103', '102', '1010']],
    ['state-time', ['101', '1010', '103', '102']],
    ['signed-in', ['102', '1010', '101', '103']],
    ['queues', ['102', '103', '101', '1010']],
  ])('by %s, equal ones by ID', (column, order) => {
    expect(ids({ order: { column, isDescending: false } })).toEqual(order)
  })

  it('the other way round keeps equal ones by ID', () => {
    expect(ids({ order: { column: 'queues', isDescending: true } })).toEqual(['1010', '101', '102', '103'])
    expect(ids({ order: { column: 'agent', isDescending: true } })).toEqual(['1010', '103', '102', '101'])
  })
})

it('counts the states that somebody is in', () => {
  expect([...countStates(agents)]).toEqual([
    ['idle', 1],
    ['busy', 2],
    ['talking', 1],
  ])
})
