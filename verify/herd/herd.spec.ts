import { describe, expect, it } from 'vitest'
import { peak } from './peak.ts'
import { runRestart } from './run-restart.ts'

describe('peak', () => {
  it.each<[times: readonly number[], most: number]>([
    [[], 0],
    [[5], 1],
    [[0, 2_000], 1],
    [[0, 1_999], 2],
    [[3_000, 0, 1_001, 2_500, 2_900], 4],
  ])('%j: %i', (times, most) => {
    expect(peak(times, 2_000)).toBe(most)
  })
})

describe('a gateway that comes back', () => {
  const desks = { desks: 30, perVdn: 15, seed: 1, views: ['skills'], downMs: 60_000 } as const

  it('finds everybody right within 5 s, each within his limit, and spread by jitter', async () => {
    const spread = await runRestart({ ...desks, areSessionsKept: true, hasJitter: true })
    const together = await runRestart({ ...desks, areSessionsKept: true, hasJitter: false })
    for (const outcome of [spread, together]) {
      expect(outcome.allBackMs).toBeLessThanOrEqual(5_000)
      expect(outcome.peakPerAgent).toBeLessThanOrEqual(5)
      expect(outcome.signIns).toBe(0)
    }
    expect(spread.peakRequests).toBeLessThan(together.peakRequests)
  })

  it('that has forgotten everybody finds nobody signing in by himself', async () => {
    const outcome = await runRestart({ ...desks, areSessionsKept: false, hasJitter: true })
    expect(outcome).toMatchObject({ signIns: 0, peakQueueQueries: 0 })
    expect(outcome.allBackMs).toBeLessThanOrEqual(5_000)
  })
})
