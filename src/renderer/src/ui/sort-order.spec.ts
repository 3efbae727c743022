import { expect, test } from 'vitest'
import { directionOf, turnOrder, type SortOrder } from './sort-order.ts'

type Column = 'name' | 'age'
const up: SortOrder<Column> = { column: 'name', isDescending: false }
const down: SortOrder<Column> = { column: 'name', isDescending: true }

test.each([
  [up, 'name', down],
  [down, 'name', up],
  [up, 'age', { column: 'age', isDescending: false }],
  [down, 'age', { column: 'age', isDescending: false }],
] as const)('%j, a click on %s', (order, column, next) => {
  expect(turnOrder<Column>(order, column)).toEqual(next)
})

test.each([
  [up, 'name', 'ascending'],
  [down, 'name', 'descending'],
  [down, 'age', null],
] as const)('%j says of %s: %s', (order, column, direction) => {
  expect(directionOf<Column>(order, column)).toBe(direction)
})
