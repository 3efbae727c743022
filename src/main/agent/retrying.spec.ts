import { beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../time/testing/manual-clock.ts'
import { Retrying } from './retrying.ts'

describe('Retrying', () => {
  let clock: ManualClock
  let retrying: Retrying
  let runs: number
  const again = (): void => void (runs += 1)

  beforeEach(() => {
    clock = new ManualClock()
    runs = 0
    retrying = new Retrying({ clock, random: () => 1, mostTries: 2 })
  })

  it('gives up after so many tries', async () => {
    for (const isPlanned of [true, true, false, false]) {
      expect(retrying.plan(again)).toBe(isPlanned)
      await clock.advance(60_000)
    }
    expect(runs).toBe(2)
  })

  it('waits ever longer, and from the shortest pause on when it starts anew', async () => {
    const counts: number[] = []
    for (const [begin, ms] of [
      [true, 2_000],
      [true, 3_999],
      [false, 1],
    ] as const) {
      if (begin) retrying.plan(again)
      await clock.advance(ms)
      counts.push(runs)
    }
    retrying.startAnew()
    expect(retrying.plan(again)).toBe(true)
    await clock.advance(2_000)
    expect([...counts, runs]).toEqual([1, 1, 2, 3])
  })

  it('has one plan at a time, and none after a pause', async () => {
    retrying.plan(again)
    retrying.plan(again)
    expect(clock.pendingTimers).toBe(1)
    retrying.pause()
    expect(clock.pendingTimers).toBe(0)
    expect(retrying.plan(again)).toBe(false)
  })
})
