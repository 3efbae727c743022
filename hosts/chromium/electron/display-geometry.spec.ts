import { describe, expect, it } from 'vitest'
import type { Display, Rectangle } from 'electron'
import { changedMetrics, makeDisplay, matchingDisplay, nearestDisplay } from './display-geometry.ts'

const area = (x: number, y: number, width: number, height: number): Rectangle => ({ x, y, width, height })

/** A laptop below and a larger display on its right, with a gap at the top of the first. */
const desk: [Display, ...Display[]] = [
  makeDisplay({ label: 'laptop', bounds: area(0, 0, 1000, 800) }, 0),
  makeDisplay({ label: 'large', bounds: area(1000, -400, 2000, 1200) }, 1),
]

describe('the display of a rectangle', () => {
  it.each([
    ['all on the first', area(10, 10, 400, 700), 'laptop'],
    ['more on the second', area(900, 10, 400, 700), 'large'],
    ['as much on both: the first', area(800, 0, 400, 700), 'laptop'],
    ['on none, nearest to the first', area(-5000, 100, 400, 700), 'laptop'],
    ['on none, nearest to the second', area(9000, 9000, 400, 700), 'large'],
    ['touching only the edge: nearest', area(3000, 0, 10, 10), 'large'],
    ['without any size', area(1500, 0, 0, 0), 'large'],
  ])('%s', (_name, rect, label) => {
    expect(matchingDisplay(desk, rect).label).toBe(label)
  })
})

describe('the display of a point', () => {
  it.each([
    ['the corner of the first', { x: 0, y: 0 }, 'laptop'],
    ['the last pixel of the first', { x: 999, y: 799 }, 'laptop'],
    ['the first pixel of the second', { x: 1000, y: 799 }, 'large'],
    ['above the first, nearer to it', { x: 100, y: -50 }, 'laptop'],
    ['above the first, nearer to the second', { x: 990, y: -300 }, 'large'],
  ])('%s', (_name, point, label) => {
    expect(nearestDisplay(desk, point).label).toBe(label)
  })
})

describe('changed metrics', () => {
  const before = makeDisplay({ bounds: area(0, 0, 1920, 1080) }, 0)
  it.each([
    ['nothing', { bounds: area(0, 0, 1920, 1080) }, []],
    ['another name', { bounds: area(0, 0, 1920, 1080), label: 'other' }, []],
    ['a taskbar', { bounds: area(0, 0, 1920, 1080), workArea: area(0, 0, 1920, 1040) }, ['workArea']],
    ['another size', { bounds: area(0, 0, 1280, 720) }, ['bounds', 'workArea']],
    [
      'turned and scaled',
      { bounds: area(0, 0, 1920, 1080), rotation: 90 as const, scaleFactor: 1.5 },
      ['scaleFactor', 'rotation'],
    ],
  ])('%s', (_name, spec, metrics) => {
    expect(changedMetrics(before, makeDisplay(spec, 0))).toStrictEqual(metrics)
  })
})
