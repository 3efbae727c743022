import { describe, expect, it } from 'vitest'
import { defaultPreferences } from '../preferences/default-preferences.ts'
import type { QueueThreshold } from '../preferences/preference-schemas.ts'
import type { QueueFigures } from './queues.ts'
import { loudest, queueLevel, thresholdOf, type QueueLevel } from './queue-thresholds.ts'

const threshold: QueueThreshold = {
  waitingAmber: 5,
  waitingRed: 10,
  waitAmberSeconds: 60,
  waitRedSeconds: 180,
}
const never: QueueThreshold = {
  waitingAmber: null,
  waitingRed: null,
  waitAmberSeconds: null,
  waitRedSeconds: null,
}
const figures = (waitingCalls: number, longestWaitSeconds = 0): QueueFigures => ({
  skillId: 1,
  waitingCalls,
  longestWaitSeconds,
  agentsOn: 1,
  agentsFree: 0,
})

describe('a level', () => {
  it.each<readonly [number, number, QueueLevel]>([
    [0, 0, 'calm'],
    [4, 59, 'calm'],
    [5, 0, 'amber'],
    [1, 60, 'amber'],
    [10, 0, 'red'],
    [1, 180, 'red'],
    [5, 180, 'red'],
    // A wait without a call that waits is left over from before.
    [0, 500, 'calm'],
  ])('with %d calls and %d seconds is %s', (calls, seconds, level) => {
    expect(queueLevel(figures(calls, seconds), threshold)).toBe(level)
  })

  it('never comes where nobody set a threshold', () => {
    expect(queueLevel(figures(10_000, 86_400), never, 'red')).toBe('calm')
  })

  it.each<readonly [QueueLevel, number, QueueLevel]>([
    ['calm', 4, 'calm'],
    ['amber', 4, 'amber'],
    ['amber', 3, 'calm'],
    ['red', 8, 'red'],
    ['red', 7, 'amber'],
    ['red', 4, 'amber'],
    ['red', 3, 'calm'],
  ])('that was %s is with %d calls %s: at the edge it does not come and go', (before, calls, level) => {
    expect(queueLevel(figures(calls), threshold, before)).toBe(level)
  })
})

it('a queue has its own thresholds, or the usual ones', () => {
  const { usual } = defaultPreferences.thresholds
  const thresholds = { usual, byQueue: { 3: never } }
  expect(thresholdOf(thresholds, 3)).toBe(never)
  expect(thresholdOf(thresholds, 4)).toBe(usual)
})

it('of several the loudest counts', () => {
  expect([loudest([]), loudest(['calm', 'amber']), loudest(['amber', 'red', 'calm'])]).toEqual([
    'calm',
    'amber',
    'red',
  ])
})
