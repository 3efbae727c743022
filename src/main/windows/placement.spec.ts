import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOnScreen, screenSetKey, type Place, type Screen } from './placement.ts'

const screen = (x: number, y: number, width: number, height: number, taskBar = 40): Screen => ({
  bounds: { x, y, width, height },
  workArea: { x, y, width, height: height - taskBar },
  scaleFactor: 1,
})
const laptop = screen(0, 0, 1366, 768)
const wide = screen(1366, -200, 2560, 1440)
const usual = { width: 420, height: 720 }

describe('a place that cannot be had', () => {
  it.each<readonly [string, Place | null, readonly Screen[], Place]>([
    ['no screen at all', { x: 5, y: 5, ...usual }, [], { x: 5, y: 5, ...usual }],
    ['no wish', null, [laptop, wide], { x: 473, y: 4, ...usual }],
    ['a screen that is gone', { x: 3000, y: 100, ...usual }, [laptop], { x: 473, y: 4, ...usual }],
    ['half above the screen', { x: 10, y: -300, ...usual }, [laptop], { x: 10, y: 0, ...usual }],
    ['half under the task bar', { x: 10, y: 500, ...usual }, [laptop], { x: 10, y: 8, ...usual }],
    [
      'larger than the screen',
      { x: -50, y: -50, width: 2500, height: 900 },
      [laptop],
      { x: 0, y: 0, width: 1366, height: 728 },
    ],
    [
      'between two screens',
      { x: 1000, y: 0, width: 800, height: 600 },
      [laptop, wide],
      { x: 1366, y: 0, width: 800, height: 600 },
    ],
  ])('%s', (_name, wanted, screens, place) => {
    expect(placeOnScreen(wanted, usual, screens)).toEqual(place)
  })
})

describe('any place on any screens', () => {
  const size = fc.integer({ min: 1, max: 4000 })
  const place = fc.record({
    x: fc.integer({ min: -6000, max: 6000 }),
    y: fc.integer({ min: -6000, max: 6000 }),
    width: size,
    height: size,
  })
  const screens = fc.array(
    place.map(({ x, y, width, height }) => screen(x, y, width + 300, height + 300)),
    { minLength: 1, maxLength: 4 },
  )
  const isInside = (inner: Place, outer: Place): boolean =>
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height

  it('is wholly on one of them', () => {
    fc.assert(
      fc.property(fc.option(place), screens, (wanted, connected) => {
        const chosen = placeOnScreen(wanted, usual, connected)
        expect(connected.some(({ workArea }) => isInside(chosen, workArea))).toBe(true)
      }),
    )
  })

  it('stays as it is when it was wholly on one already, and when it is asked again', () => {
    fc.assert(
      fc.property(place, screens, (wanted, connected) => {
        const chosen = placeOnScreen(wanted, usual, connected)
        if (connected.some(({ workArea }) => isInside(wanted, workArea))) {
          expect([chosen.width, chosen.height]).toEqual([wanted.width, wanted.height])
        }
        const [only] = connected
        const alone = only === undefined ? [] : [only]
        const once = placeOnScreen(wanted, usual, alone)
        expect(placeOnScreen(once, usual, alone)).toEqual(once)
      }),
    )
  })
})

it('a set of screens has one name in whatever order the system lists them', () => {
  expect(screenSetKey([laptop, wide])).toBe(screenSetKey([wide, laptop]))
  expect(screenSetKey([laptop])).not.toBe(screenSetKey([laptop, wide]))
  expect(screenSetKey([{ ...laptop, scaleFactor: 2 }])).not.toBe(screenSetKey([laptop]))
})
