import { types } from 'node:util'
import { describe, expect, it } from 'vitest'
import { ShiftableClock } from './shiftable-clock.ts'

const day = 86_400_000

function setUp() {
  const clock = new ShiftableClock()
  const scope = { Date }
  clock.install(scope)
  return { clock, Shifted: scope.Date }
}

describe('a clock set forward', () => {
  it.each<[string, (Shifted: DateConstructor) => number]>([
    ['Date.now()', (Shifted) => Shifted.now()],
    ['new Date()', (Shifted) => new Shifted().getTime()],
    ['Date() as a text', (Shifted) => Date.parse(Shifted())],
  ])('is seen by %s, also by who kept it from before', (_name, read) => {
    const { clock, Shifted } = setUp()
    const before = read(Shifted)
    clock.advance(day)
    clock.advance(day)
    expect(read(Shifted) - before).toBeGreaterThanOrEqual(2 * day)
    expect(read(Shifted) - before).toBeLessThan(2 * day + 60_000)
  })

  it('moves no date that was given', () => {
    const { clock, Shifted } = setUp()
    clock.advance(day)
    expect(new Shifted(7).getTime()).toBe(7)
    expect(new Shifted('1970-01-01T00:00:01Z').getTime()).toBe(1_000)
    expect(new Shifted(2000, 1, 1).getTime()).toBe(new Date(2000, 1, 1).getTime())
    expect(Shifted.UTC(1970, 0, 1)).toBe(0)
  })

  it('makes dates like any other', () => {
    const { Shifted } = setUp()
    const date = new Shifted()
    expect([date instanceof Date, date instanceof Shifted, types.isDate(date)]).toEqual([true, true, true])
    expect(structuredClone(date)).toEqual(date)
    class Stamp extends Shifted {}
    expect(new Stamp()).toBeInstanceOf(Stamp)
  })

  it('is the real one until it is set', () => {
    const { clock, Shifted } = setUp()
    const before = Date.now()
    expect(Shifted.now()).toBeGreaterThanOrEqual(before)
    expect(clock.now()).toBeLessThanOrEqual(Date.now())
  })
})
