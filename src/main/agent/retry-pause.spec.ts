import { describe, expect, it } from 'vitest'
import { retryPauseMs } from './retry-pause.ts'

describe('retryPauseMs', () => {
  it.each([
    [1, 2_000],
    [2, 4_000],
    [3, 8_000],
    [4, 16_000],
    [5, 30_000],
    [5_000, 30_000],
  ])('after %i failures draws from the whole range up to %i ms', (failures, mostMs) => {
    expect(retryPauseMs(failures, () => 0)).toBe(500)
    expect(retryPauseMs(failures, () => 0.5)).toBe((500 + mostMs) / 2)
    expect(retryPauseMs(failures, () => 1)).toBe(mostMs)
  })
})
