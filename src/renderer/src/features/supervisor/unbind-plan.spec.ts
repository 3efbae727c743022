import { expect, test } from 'vitest'
import type { QueueBinding } from '../../../../shared/domain/supervisor.ts'
import { comparePlan, type PlanChange, type UnbindPlan } from './unbind-plan.ts'

const bound = (...accounts: readonly string[]): readonly QueueBinding[] =>
  accounts.map((account) => ({ account, agentId: null, name: null, agentWeight: 1, skillWeight: 1 }))
const known = ['a', 'b', 'c']
const some: UnbindPlan = { scope: 'selected', skillId: 1, known, accounts: ['a', 'b'] }
const all: UnbindPlan = { scope: 'all', skillId: 1, known }

test.each<[what: string, plan: UnbindPlan, now: readonly QueueBinding[], change: PlanChange]>([
  ['nothing has changed', some, bound(...known), { accounts: ['a', 'b'], gone: [], added: [] }],
  ['one of the chosen is gone', some, bound('b', 'c'), { accounts: ['b'], gone: ['a'], added: [] }],
  ['one who stays is gone', some, bound('a', 'b'), { accounts: ['a', 'b'], gone: [], added: [] }],
  ['all are gone', some, [], { accounts: [], gone: ['a', 'b'], added: [] }],
  ['one has come: not chosen', some, bound(...known, 'd'), { accounts: ['a', 'b'], gone: [], added: ['d'] }],
  [
    'everyone is also who has come',
    all,
    bound('b', 'd'),
    { accounts: ['b', 'd'], gone: ['a', 'c'], added: ['d'] },
  ],
])('%s', (_what, plan, now, change) => {
  expect(comparePlan(plan, now)).toEqual(change)
})
