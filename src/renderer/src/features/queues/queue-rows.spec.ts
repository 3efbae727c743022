import { expect, test } from 'vitest'
import { noon, queueFigures, queuesSnapshot } from '../../testing/snapshots.ts'
import { lonelyPoints, topOf } from './queue-chart.ts'
import { longestNow, queueRows } from './queue-rows.ts'

const snapshot = queuesSnapshot([queueFigures({ skillId: 2 }), queueFigures({ skillId: 9 })], {
  levels: { 2: 'red' },
  history: { at: [noon], waiting: { 2: [4] } },
})

test('every own queue has a row; one of which no figures came has none, and no others are shown', () => {
  const rows = queueRows(snapshot, [3, 2])
  expect(rows.map(({ skillId, level, waiting }) => [skillId, level, waiting])).toEqual([
    [2, 'red', [4]],
    [3, 'calm', []],
  ])
  expect(rows[1]?.figures).toBeNull()
})

test('while the own queues are not known, those of which figures came are shown', () => {
  expect(queueRows(snapshot, null).map(({ skillId }) => skillId)).toEqual([2, 9])
})

test.each([
  ['the figures are five seconds old', noon - 5_000, 65],
  ['the clock of the page is behind', noon + 5_000, 60],
  ['nobody knows how old they are', null, 60],
])('the longest wait when %s', (_, readAt, seconds) => {
  expect(longestNow(queueFigures({ waitingCalls: 1, longestWaitSeconds: 60 }), readAt, noon)).toBe(seconds)
})

test('a value between two holes is a dot, all others are lines', () => {
  expect(lonelyPoints([1, null, 2, null, 3, 4])).toEqual([true, false, true, false, false, false])
})

test.each([
  ['one call is no mountain', [1], null, 4],
  ['the highest value', [1, null, 9], null, 9],
  ['a threshold just above it', [9], 12, 12],
  ['not a threshold far above it', [2], 100, 4],
])('the top of the scale: %s', (_, waiting, red, top) => {
  expect(topOf({ waiting, amber: null, red })).toBe(top)
})
