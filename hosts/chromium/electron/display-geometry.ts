import type { Display, Point, Rectangle } from 'electron'

/** What tells one display from another; everything else of a `Display` is the same for all of them here. */
export interface DisplaySpec {
  readonly id?: number
  readonly label?: string
  readonly bounds: Rectangle
  /** What taskbars leave free; the whole display when it is left out. */
  readonly workArea?: Rectangle
  readonly scaleFactor?: number
  readonly rotation?: 0 | 90 | 180 | 270
  readonly internal?: boolean
}

/** What `display-metrics-changed` names. */
export const displayMetrics = ['bounds', 'workArea', 'scaleFactor', 'rotation'] as const

/** A display as Electron describes it. `position` counts from 0 and makes the id where the spec has none. */
export function makeDisplay(spec: DisplaySpec, position: number): Display {
  const { bounds, workArea = bounds } = spec
  const id = spec.id ?? position + 1
  return {
    id,
    label: spec.label ?? `Display ${String(id)}`,
    bounds: { ...bounds },
    workArea: { ...workArea },
    size: { width: bounds.width, height: bounds.height },
    workAreaSize: { width: workArea.width, height: workArea.height },
    scaleFactor: spec.scaleFactor ?? 1,
    rotation: spec.rotation ?? 0,
    internal: spec.internal ?? false,
    touchSupport: 'unknown',
    accelerometerSupport: 'unknown',
    monochrome: false,
    colorDepth: 24,
    colorSpace: '',
    depthPerComponent: 8,
    displayFrequency: 60,
    detected: true,
    maximumCursorSize: { width: 0, height: 0 },
    nativeOrigin: { x: bounds.x, y: bounds.y },
  }
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(width, 0) * Math.max(height, 0)
}

/** Square of the way from a point to a rectangle; 0 inside. */
function distance({ x, y }: Point, area: Rectangle): number {
  const dx = Math.max(area.x - x, 0, x - (area.x + area.width - 1))
  const dy = Math.max(area.y - y, 0, y - (area.y + area.height - 1))
  return dx * dx + dy * dy
}

function best(displays: readonly [Display, ...Display[]], score: (display: Display) => number): Display {
  return displays.reduce((chosen, display) => (score(display) > score(chosen) ? display : chosen))
}

/** The display a point is on, or the nearest one. The first of equals. */
export function nearestDisplay(displays: readonly [Display, ...Display[]], point: Point): Display {
  return best(displays, (display) => -distance(point, display.bounds))
}

/** The display that shows most of a rectangle; the one nearest to its middle when none shows any of it. */
export function matchingDisplay(displays: readonly [Display, ...Display[]], rect: Rectangle): Display {
  const chosen = best(displays, (display) => overlap(display.bounds, rect))
  if (overlap(chosen.bounds, rect) > 0) return chosen
  return nearestDisplay(displays, {
    x: Math.round(rect.x + rect.width / 2),
    y: Math.round(rect.y + rect.height / 2),
  })
}

/** Which metrics of a display differ. */
export function changedMetrics(before: Display, after: Display): string[] {
  return displayMetrics.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}
