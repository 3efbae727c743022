import { afterAll, describe, expect, test } from 'vitest'
import './main.css'

/* Every pair of colours that stands on one another, as the browser paints it, in every theme (WCAG 1.4.3, 1.4.6, 1.4.11). */

type Rgb = readonly [number, number, number]

const themes = [
  { theme: 'light', scheme: 'light', text: 4.5, stroke: 3 },
  { theme: 'dark', scheme: 'dark', text: 4.5, stroke: 3 },
  { theme: 'contrast', scheme: 'light', text: 7, stroke: 4.5 },
  { theme: 'contrast', scheme: 'dark', text: 7, stroke: 4.5 },
] as const

const tones = ['green', 'amber', 'red', 'blue', 'violet', 'teal', 'grey'] as const
const papers = ['canvas', 'surface', 'raised', 'sunken', 'hover'] as const
const softs = tones.map((tone) => `${tone}-soft`)

const on = (fronts: readonly string[], backs: readonly string[]): readonly [string, string][] =>
  fronts.flatMap((front) => backs.map((back): [string, string] => [front, back]))

const textPairs = [
  ...on(['ink', 'ink-soft', 'accent', ...tones], papers),
  ...on(['ink', 'ink-soft'], [...softs, 'accent-soft']),
  ...tones.map((tone): [string, string] => [tone, `${tone}-soft`]),
  ...on(['surface'], tones),
  ...on(['on-accent'], ['accent', 'accent-hover']),
  ['surface', 'ink'] as const,
  ['accent', 'accent-soft'] as const,
]
const strokePairs = on(['line-strong', 'focus'], [...papers, ...softs, 'accent-soft'])

const root = document.documentElement
const probe = document.body.appendChild(document.createElement('div'))
const painter = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!

afterAll(() => {
  probe.remove()
  root.removeAttribute('data-theme')
  root.style.colorScheme = ''
})

function paint(token: string): Rgb {
  probe.style.color = `var(--${token})`
  // A colour that is no colour would leave the one before.
  painter.fillStyle = '#000'
  painter.clearRect(0, 0, 1, 1)
  painter.fillStyle = getComputedStyle(probe).color
  painter.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = painter.getImageData(0, 0, 1, 1).data
  expect(alpha, `${token} is opaque`).toBe(255)
  return [red, green, blue]
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function ratio(front: string, back: string): number {
  const [dark, light] = [luminance(paint(front)), luminance(paint(back))].toSorted((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

test('the measure itself: black on white, and grey on itself', () => {
  expect(luminance([255, 255, 255])).toBeCloseTo(1)
  expect(luminance([0, 0, 0])).toBe(0)
  expect(ratio('ink', 'ink')).toBe(1)
})

describe.each(themes)('$theme ($scheme)', ({ theme, scheme, text, stroke }) => {
  function tooWeak(pairs: readonly (readonly [string, string])[], least: number): readonly string[] {
    root.dataset.theme = theme
    // What the system prefers: the high contrast theme follows it.
    if (theme === 'contrast') root.style.colorScheme = scheme
    else root.style.colorScheme = ''
    return pairs.flatMap(([front, back]) => {
      const found = ratio(front, back)
      return found >= least ? [] : [`${front} on ${back}: ${found.toFixed(2)}`]
    })
  }

  test(`text has ${text}:1`, () => {
    expect(tooWeak(textPairs, text)).toEqual([])
  })
  test(`strokes and focus have ${stroke}:1`, () => {
    expect(tooWeak(strokePairs, stroke)).toEqual([])
  })
})

describe('which theme holds', () => {
  test.each([
    ['light', 'light'],
    ['dark', 'dark'],
  ])('%s overrides the system', (theme, scheme) => {
    root.style.colorScheme = ''
    root.dataset.theme = theme
    expect(getComputedStyle(root).colorScheme).toBe(scheme)
  })

  test('each theme has a paper of its own; without a name the system decides', () => {
    const papersOf = ['light', 'dark', 'contrast'].map((theme) => {
      root.dataset.theme = theme
      return paint('canvas').join()
    })
    expect(new Set(papersOf).size).toBe(3)
    root.removeAttribute('data-theme')
    expect(getComputedStyle(root).colorScheme).toBe('light dark')
  })
})
