import { describe, expect, it } from 'vitest'
import { Agenda } from './agenda.ts'
import { ManualClock } from './clock.ts'
import { createRandom } from './random.ts'

describe('ManualClock', () => {
  it('runs timers by due time, then by age, and those they set on the way', () => {
    const clock = new ManualClock(0)
    const seen: string[] = []
    clock.setTimeout(() => seen.push(`late ${clock.now()}`), 20)
    clock.setTimeout(() => {
      seen.push(`first ${clock.now()}`)
      clock.setTimeout(() => seen.push(`nested ${clock.now()}`), 5)
    }, 10)
    clock.setTimeout(() => seen.push(`second ${clock.now()}`), 10)
    clock.advance(19)
    expect(seen).toEqual(['first 10', 'second 10', 'nested 15'])
    expect([clock.now(), clock.pending]).toEqual([19, 1])
  })

  it('does not run what was cancelled', () => {
    const clock = new ManualClock(0)
    const seen: number[] = []
    clock.setTimeout(() => seen.push(1), 10)()
    clock.advance(100)
    expect(seen).toEqual([])
  })
})

describe('Agenda', () => {
  it('gives tasks by time, equal ones in the order of planning, cancelled ones never', () => {
    const agenda = new Agenda()
    const seen: string[] = []
    agenda.plan(20, () => seen.push('c'))
    agenda.plan(10, () => seen.push('a'))
    agenda.plan(10, () => seen.push('b'))
    agenda.plan(5, () => seen.push('never')).isCancelled = true
    expect(agenda.nextDueMs()).toBe(10)
    expect(agenda.takeDue(9)).toBeUndefined()
    for (let task = agenda.takeDue(30); task !== undefined; task = agenda.takeDue(30)) task.run()
    expect(seen).toEqual(['a', 'b', 'c'])
    expect(agenda.nextDueMs()).toBeUndefined()
  })
})

describe('createRandom', () => {
  const series = (seed: number, stream: string): number[] => {
    const random = createRandom(seed, stream)
    return Array.from({ length: 50 }, () => random.between(1, 6))
  }

  it('repeats itself for a seed and differs by seed and stream', () => {
    expect(series(1, 'a')).toEqual(series(1, 'a'))
    expect(series(1, 'a')).not.toEqual(series(2, 'a'))
    expect(series(1, 'a')).not.toEqual(series(1, 'b'))
  })

  it('reaches both ends and nothing beyond', () => {
    expect([...new Set(series(3, 'dice'))].sort()).toEqual([1, 2, 3, 4, 5, 6])
  })
})
