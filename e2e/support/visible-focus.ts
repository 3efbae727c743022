import type { Page } from '@playwright/test'

/** WCAG 2.4.13: an indicator at least so thick and so different from what lies around it. */
const leastWidthPx = 2
const leastContrast = 3

/**
 * What is wrong with the way the page shows where the focus is; null when it can be seen: an outline of 2 px or more, 3:1
 * against what it lies on, not cut off at more than one edge, around something that nothing else covers.
 */
export async function focusFault(page: Page): Promise<string | null> {
  return page.evaluate(findFault, { leastWidthPx, leastContrast })
}

/** Runs in the page. */
function findFault(limits: { leastWidthPx: number; leastContrast: number }): string | null {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === document.body) return 'nothing has the focus'

  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (pen === null) return 'no canvas'
  /** These colours one upon the other, as the screen mixes them. */
  const mix = (colours: readonly string[]): readonly number[] => {
    pen.fillStyle = 'white'
    pen.fillRect(0, 0, 1, 1)
    for (const colour of colours) {
      pen.fillStyle = colour
      pen.fillRect(0, 0, 1, 1)
    }
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3)
  }
  const luminance = (colour: readonly number[]): number => {
    const [red = 0, green = 0, blue = 0] = colour.map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one: readonly number[], other: readonly number[]): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }
  const backgrounds = (from: Element | null): string[] => {
    const colours: string[] = []
    for (let element = from; element !== null; element = element.parentElement)
      colours.unshift(getComputedStyle(element).backgroundColor)
    return colours
  }
  const name = `${focused.tagName.toLowerCase()} “${(
    focused.getAttribute('aria-label') ?? focused.innerText
  ).slice(0, 40)}”`

  /** A radio of our own look has the outline on its label. */
  const holders = [focused, focused.closest('label')].filter((element) => element !== null)
  const holder = holders.find((element) => {
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element)
    return (
      outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= limits.leastWidthPx && opacity !== '0'
    )
  })
  if (holder === undefined) return `${name} has no outline of ${limits.leastWidthPx} px`

  const style = getComputedStyle(holder)
  const width = Number.parseFloat(style.outlineWidth)
  const offset = Number.parseFloat(style.outlineOffset)
  const ground = backgrounds(offset < 0 ? holder : holder.parentElement)
  const ratio = contrast(mix(ground), mix([...ground, style.outlineColor]))
  if (ratio < limits.leastContrast) return `the outline of ${name} has a contrast of ${ratio.toFixed(2)}`

  const box = holder.getBoundingClientRect()
  const reach = Math.max(0, offset + width)
  const outer = {
    top: box.top - reach,
    left: box.left - reach,
    bottom: box.bottom + reach,
    right: box.right + reach,
  }
  const clips = [new DOMRect(0, 0, innerWidth, innerHeight)]
  for (let element = holder.parentElement; element !== null; element = element.parentElement) {
    const { overflowX, overflowY, position } = getComputedStyle(element)
    if (overflowX !== 'visible' || overflowY !== 'visible') clips.push(element.getBoundingClientRect())
    if (position === 'fixed') break
  }
  const slack = 1
  /** How far each edge lies inside of the tightest clip; below nothing, it is cut off. */
  const inside = ({ top, left, bottom, right }: Record<'top' | 'left' | 'bottom' | 'right', number>) => ({
    top: Math.min(...clips.map((clip) => top - clip.top)) + slack,
    left: Math.min(...clips.map((clip) => left - clip.left)) + slack,
    bottom: Math.min(...clips.map((clip) => clip.bottom - bottom)) + slack,
    right: Math.min(...clips.map((clip) => clip.right - right)) + slack,
  })
  const gone = Object.entries(inside(outer)).flatMap(([edge, room]) => (room < 0 ? [edge] : []))
  // What is itself longer than the pane it scrolls in shows two edges only.
  const scrolledOut = Object.entries(inside(box)).flatMap(([edge, room]) => (room < 0 ? [edge] : []))
  const cut = gone.filter((edge) => !scrolledOut.includes(edge))
  if (cut.length > 1 || gone.length > 2) return `the outline of ${name} is cut off: ${gone.join(', ')}`

  /** What is left of the box within all clips. */
  const shown = {
    top: Math.max(box.top, ...clips.map(({ top }) => top)),
    left: Math.max(box.left, ...clips.map(({ left }) => left)),
    bottom: Math.min(box.bottom, ...clips.map(({ bottom }) => bottom)),
    right: Math.min(box.right, ...clips.map(({ right }) => right)),
  }
  const parts = [0.5, 0.15, 0.85]
  const points = parts.flatMap((x) => parts.map((y) => [x, y] as const))
  const isInSight = points.some(([x, y]) => {
    const top = document.elementFromPoint(
      shown.left + (shown.right - shown.left) * x,
      shown.top + (shown.bottom - shown.top) * y,
    )
    return top !== null && (holder.contains(top) || focused.contains(top))
  })
  return isInSight ? null : `${name} is covered, or out of sight`
}
