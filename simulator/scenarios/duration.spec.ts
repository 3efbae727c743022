import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { duration, formatDuration } from './duration.ts'

describe('duration', () => {
  it.each(['', 'soon', '5', '1:2', '00:60', '1:00:00:00', -1, '25:00:00', 86_401, null, true])(
    'refuses %j',
    (input) => {
      expect(v.safeParse(duration, input).success).toBe(false)
    },
  )

  it.each([
    [0, 0],
    [1.5, 1500],
    ['00:05', 5000],
    ['0:05.25', 5250],
    ['90:00', 5_400_000],
    ['01:30:00', 5_400_000],
    ['24:00:00', 86_400_000],
  ])('reads %j as %i ms', (input, ms) => {
    expect(v.parse(duration, input)).toBe(ms)
  })
})

it.each([
  [0, '00:00'],
  [59_999, '00:59'],
  [600_000, '10:00'],
  [3_600_000, '01:00:00'],
  [37_230_000, '10:20:30'],
])('%i ms are %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})
