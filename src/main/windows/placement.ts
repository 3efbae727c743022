/** A place on the desktop in device-independent pixels. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** What is needed of Electron's `Display`. */
export interface Screen {
  readonly bounds: Place
  /** Without task bar, dock and menu bar. */
  readonly workArea: Place
  readonly scaleFactor: number
}

/**
 * Names a set of screens by how they lie beside one another. Their ids are not used: some systems give new ones after each
 * start.
 */
export function screenSetKey(screens: readonly Screen[]): string {
  const names = screens.map(
    ({ bounds: { x, y, width, height }, scaleFactor }) => `${width}x${height}@${scaleFactor}+${x}+${y}`,
  )
  return names.sort().join(' ')
}

/**
 * Where a window may stand so that all of it can be seen: as near as possible to where it is wanted, no larger than the
 * screen it is on. Without a wish, or with one that no screen knows any more, in the middle of the first screen.
 *
 * @param screens the connected screens, the primary one first; without any the wish is granted as it is
 */
export function placeOnScreen(wanted: Place | null, usual: Size, screens: readonly Screen[]): Place {
  const [primary] = screens
  if (primary === undefined) return wanted ?? { x: 0, y: 0, ...usual }
  if (wanted === null) return centred(usual, primary.workArea)
  const nearest = screens.reduce((best, screen) =>
    overlap(wanted, screen.workArea) > overlap(wanted, best.workArea) ? screen : best,
  )
  if (overlap(wanted, nearest.workArea) === 0) return centred(wanted, primary.workArea)
  return within(wanted, nearest.workArea)
}

function overlap(a: Place, b: Place): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

function fitting(size: Size, area: Place): Size {
  return { width: Math.min(size.width, area.width), height: Math.min(size.height, area.height) }
}

function within(place: Place, area: Place): Place {
  const { width, height } = fitting(place, area)
  return {
    x: Math.min(Math.max(place.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(place.y, area.y), area.y + area.height - height),
    width,
    height,
  }
}

function centred(size: Size, area: Place): Place {
  const { width, height } = fitting(size, area)
  return {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
  }
}
