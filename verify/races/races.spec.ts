import { describe, expect, it } from 'vitest'
import { runMany } from './run-many.ts'
import { runSeed } from './run-seed.ts'
import { traceOf } from './trace.ts'

describe('races', () => {
  it('a few seeds: nothing that is said is wrong', async () => {
    const wrong: string[] = []
    for (let seed = 1; seed <= 60; seed += 1) {
      const { findings } = await runSeed(seed)
      wrong.push(...findings.map(({ check, text }) => `seed ${seed}: ${check}: ${text}`))
    }
    expect(wrong).toEqual([])
  })

  it('the same seed is the same run, to the last line of its trace', async () => {
    const trace = async (): Promise<string> => {
      const { record, findings } = await runSeed(7)
      return traceOf(record, findings)
    }
    const first = await trace()
    expect(await trace()).toBe(first)
    expect(first.split('\n').length).toBeGreaterThan(50)
  })

  it('threads run each seed once, and count the same as one', async () => {
    const progress: number[] = []
    const options = { from: 100, count: 9 }
    const many = await runMany({ ...options, workers: 2 }, ({ seeds }) => progress.push(seeds))
    expect(many).toEqual(await runMany({ ...options, workers: 1 }, () => undefined))
    expect(many.seeds).toBe(9)
    expect(progress.at(-1)).toBe(9)
  })
})
