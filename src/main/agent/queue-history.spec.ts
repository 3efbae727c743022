import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { QueueFigures } from '../../shared/domain/queues.ts'
import { QueueSamples } from './queue-history.ts'

const figures = (waitingCalls: number, skillId = 1): QueueFigures => ({
  skillId,
  waitingCalls,
  longestWaitSeconds: 0,
  agentsOn: 1,
  agentsFree: 0,
})

describe('half an hour of a queue', () => {
  let samples: QueueSamples
  beforeEach(() => {
    samples = new QueueSamples()
  })
  const line = (now: number, id = 1) => samples.history([id], now).waiting[id]

  it('is empty before anything was read, and after it was cleared', () => {
    expect(samples.history([1], 0)).toEqual({ at: [], waiting: { 1: [] } })
    samples.take([figures(3)], 0)
    samples.clear()
    expect(samples.history([1], 0)).toEqual({ at: [], waiting: { 1: [] } })
  })

  it('has one sample per ten seconds, the first of each', () => {
    for (const at of [0, 4_000, 9_999, 10_000, 12_000, 21_000]) samples.take([figures(at)], at)
    expect(samples.history([1], 21_000)).toEqual({
      at: [0, 10_000, 21_000],
      waiting: { 1: [0, 10_000, 21_000] },
    })
  })

  it('has a hole where nothing was read for long, and where a queue was not among what was read', () => {
    samples.take([figures(1), figures(7, 2)], 0)
    samples.take([figures(2)], 35_000)
    samples.take([figures(3), figures(8, 2)], 80_000)
    expect(samples.history([1], 80_000).at).toEqual([0, 35_000, 45_000, 80_000])
    expect(line(80_000)).toEqual([1, 2, null, 3])
    expect(line(80_000, 2)).toEqual([7, null, null, 8])
  })

  it('forgets what is older, also when a hole began there', () => {
    samples.take([figures(1)], 0)
    samples.take([figures(2)], 1_800_000)
    expect(samples.history([1], 1_800_000)).toEqual({ at: [1_800_000], waiting: { 1: [2] } })
    expect(samples.history([1], 3_600_000).at).toEqual([])
  })

  it('of a clock that was set back it keeps nothing from the future', () => {
    samples.take([figures(1)], 100_000)
    samples.take([figures(2)], 50_000)
    expect(line(50_000)).toEqual([2])
  })

  it('is bounded and in order, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 400 }), (pauses) => {
        const any = new QueueSamples()
        let now = 0
        for (const pause of pauses) {
          now += pause
          any.take([figures(1)], now)
        }
        const { at } = any.history([1], now)
        expect(at.length).toBeLessThanOrEqual(181)
        expect(at).toEqual([...at].sort((a, b) => a - b))
        expect(at.every((moment) => now - moment < 1_800_000)).toBe(true)
      }),
    )
  })
})
