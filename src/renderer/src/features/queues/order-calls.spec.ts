import { expect, test } from 'vitest'
import { waitingCall } from '../../testing/snapshots.ts'
import { longestFirst, orderCalls, type CallOrder } from './order-calls.ts'

const calls = [
  waitingCall({ callId: 'a', caller: '200', skillId: 2, priority: null }),
  waitingCall({ callId: 'b', caller: '1000', skillId: 1, priority: 3 }),
  waitingCall({ callId: 'c', caller: '30', skillId: 1, priority: 7 }),
  waitingCall({ callId: 'd', caller: '30', skillId: 3, priority: null }),
]
const names: Record<number, string> = { 1: 'Sales', 2: 'billing', 3: 'Támesis' }

test.each<[string, CallOrder, string]>([
  ['as main sends them', longestFirst, 'abcd'],
  ['the newest first', { column: 'wait', isDescending: false }, 'dcba'],
  ['callers as numbers, equal ones by wait', { column: 'caller', isDescending: false }, 'cdab'],
  ['callers downwards, equal ones still by wait', { column: 'caller', isDescending: true }, 'bacd'],
  ['queues by name', { column: 'queue', isDescending: false }, 'abcd'],
  ['queues by name downwards', { column: 'queue', isDescending: true }, 'dbca'],
  ['the highest priority first, none last', { column: 'priority', isDescending: true }, 'cbad'],
  ['the lowest priority first, none last all the same', { column: 'priority', isDescending: false }, 'bcad'],
])('%s', (_, order, expected) => {
  const collator = new Intl.Collator('en', { numeric: true })
  const ordered = orderCalls(calls, order, (id) => names[id] ?? '', collator)
  expect(ordered.map(({ callId }) => callId).join('')).toBe(expected)
})
