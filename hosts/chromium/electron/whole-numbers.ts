import type { Rectangle } from 'electron'

/** What Electron says of an argument it cannot turn into its own type. */
export function conversionFailure(value: unknown, index = 0): TypeError {
  const shown = typeof value === 'object' && value !== null ? '#<Object>' : String(value)
  return new TypeError(
    `Error processing argument at index ${String(index)}, conversion failure from ${shown}`,
  )
}

/** Throws for what is not a whole number: Electron refuses fractions in every place and size of a window. */
export function assertWhole(...values: readonly unknown[]): void {
  for (const [index, value] of values.entries()) {
    if (!Number.isInteger(value)) throw conversionFailure(value, index)
  }
}

/** {@link assertWhole} for all four sides: a rectangle with an `undefined`, or a fraction, is refused as a whole. */
export function assertWholeRectangle(bounds: Rectangle): void {
  const { x, y, width, height } = bounds
  if (![x, y, width, height].every(Number.isInteger)) throw conversionFailure(bounds)
}
