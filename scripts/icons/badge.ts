import type { TrayBadge } from '../../src/main/tray/tray-icons.ts'

/**
 * Digits as strokes, in a box of 5 × 8: what is drawn must not depend on the fonts of the machine it is drawn on, and the
 * digits of a font blur at 6 pixels.
 */
const digits: Readonly<Record<Exclude<TrayBadge, '9plus'>, string>> = {
  1: 'M.8 2L3 .2V8',
  2: 'M.3 2A2.3 2.1 0 0 1 4.7 2.2C4.7 4 .5 5.6 .3 7.9H5',
  3: 'M.4.1H4.6L2.4 3.2A2.4 2.4 0 1 1 .2 6.6',
  4: 'M3.7 8V.2L.1 5.6H5.2',
  5: 'M4.6.1H.9L.6 3.5A2.5 2.4 0 1 1 .2 7',
  6: 'M3.9 0C1.5 1.6.1 3.4.1 5.5a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 0 0-4.6-.9',
  7: 'M.2.1H4.8L1.9 8',
  8: 'M2.5 0a1.9 1.9 0 1 1 0 3.8a1.9 1.9 0 1 1 0-3.8zM2.5 3.8a2.2 2.1 0 1 1 0 4.2a2.2 2.1 0 1 1 0-4.2z',
  9: 'M1.1 8C3.5 6.4 4.9 4.6 4.9 2.5a2.4 2.4 0 1 0-4.8 0a2.4 2.4 0 0 0 4.6.9',
}
const plus = 'M0 4H4.8M2.4 1.6V6.4'

/** The parts of a badge in the lower right corner of a field of 24 × 24, as SVG elements without colours. */
export interface BadgeDrawing {
  readonly pill: string
  /** The pill with the gap around it that keeps it apart from the icon. */
  readonly gap: string
  /** Strokes 2 wide. */
  readonly text: string
}

export function drawBadge(badge: TrayBadge): BadgeDrawing {
  const width = badge === '9plus' ? 18.6 : 12.6
  const pill = (margin: number): string =>
    `<rect x="${String(23 - width - margin)}" y="${String(10.4 - margin)}" width="${String(width + 2 * margin)}" height="${String(12.6 + 2 * margin)}" rx="${String(6.3 + margin)}"/>`
  const text =
    badge === '9plus'
      ? `<path transform="translate(7.4 12.7)" d="${digits[9]}"/><path transform="translate(14.6 12.7)" d="${plus}"/>`
      : `<path transform="translate(14.2 12.7)" d="${digits[badge]}"/>`
  return { pill: pill(0), gap: pill(1), text }
}
