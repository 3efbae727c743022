import type { Size } from './placement.ts'
import type { PlacedAs } from './window-places.ts'

/** Device-independent pixels at the usual size of text. */
interface WindowSizes {
  readonly usual: Size
  readonly least: Size
}

const sizes: Readonly<Record<PlacedAs, WindowSizes>> = {
  // Beside a phone or a CRM.
  full: { usual: { width: 420, height: 720 }, least: { width: 360, height: 480 } },
  mini: { usual: { width: 360, height: 96 }, least: { width: 320, height: 96 } },
}

/**
 * The size a window opens with, and the one below which it has no use. The strip grows with the text, because it has no room
 * to scroll; the whole window scrolls instead.
 *
 * @param textSize per cent
 */
export function windowSizes(form: PlacedAs, textSize: number): WindowSizes {
  const { usual, least } = sizes[form]
  if (form === 'full') return { usual, least }
  return { usual: scaled(usual, textSize), least: scaled(least, textSize) }
}

/** Width is taken by words that can be cut off; height is not. */
function scaled({ width, height }: Size, textSize: number): Size {
  const widthFactor = 1 + (textSize / 100 - 1) / 2
  return { width: Math.round(width * widthFactor), height: Math.round((height * textSize) / 100) }
}
