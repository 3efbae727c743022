import { afterEach, describe, expect, it, vi } from 'vitest'
import { systemClock } from './clock.ts'

/** The system's time of day becomes another; the test's own is left as it is. */
function setWallClock(stepMs: number): void {
  const real = Date.now
  vi.spyOn(Date, 'now').mockImplementation(() => real.call(Date) + stepMs)
}

describe('systemClock', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('does not go back with the system’s time of day', () => {
    const before = systemClock.now()
    setWallClock(-3_600_000)
    expect(systemClock.now()).toBeGreaterThanOrEqual(before)
  })

  it('goes forward with it, whenever it is set', () => {
    const before = systemClock.now()
    setWallClock(600_000)
    expect(systemClock.now()).toBeGreaterThanOrEqual(before + 600_000 - 1_000)
  })
})
