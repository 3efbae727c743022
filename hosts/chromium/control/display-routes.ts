import * as v from 'valibot'
import type { DisplaySpec } from '../electron/display-geometry.ts'
import {
  ok,
  pointSchema,
  rectangleSchema,
  textSchema,
  wholeSchema,
  withBody,
  type Routes,
} from './answers.ts'

type Rectangle = v.InferOutput<typeof rectangleSchema>

function lies(inner: Rectangle, outer: Rectangle): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

const displaySchema = v.pipe(
  v.strictObject({
    id: v.optional(wholeSchema),
    label: v.optional(textSchema),
    bounds: rectangleSchema,
    workArea: v.optional(rectangleSchema),
    scaleFactor: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(8))),
    rotation: v.optional(v.picklist([0, 90, 180, 270])),
    internal: v.optional(v.boolean()),
  }),
  v.check(
    ({ bounds, workArea }) => workArea === undefined || lies(workArea, bounds),
    'The work area must lie in the display',
  ),
)

type Parsed = v.InferOutput<typeof displaySchema>

/** Ids as `makeDisplay` will give them. */
function hasUniqueIds(displays: Parsed[]): boolean {
  return new Set(displays.map(({ id }, index) => id ?? index + 1)).size === displays.length
}

const displaysSchema = v.pipe(
  v.array(displaySchema),
  v.minLength(1),
  v.check(hasUniqueIds, 'Two displays have the same id'),
)

function toSpec({ bounds, ...rest }: Parsed): DisplaySpec {
  const { id, label, workArea, scaleFactor, rotation, internal } = rest
  return {
    bounds,
    ...(id === undefined ? {} : { id }),
    ...(label === undefined ? {} : { label }),
    ...(workArea === undefined ? {} : { workArea }),
    ...(scaleFactor === undefined ? {} : { scaleFactor }),
    ...(rotation === undefined ? {} : { rotation }),
    ...(internal === undefined ? {} : { internal }),
  }
}

/** The displays of the desk, and the pointer on them. */
export const displayRoutes: Routes = {
  'GET /displays': ({ screen }) => ok(screen._displays()),
  'PUT /displays': ({ screen }, body) =>
    withBody(displaysSchema, (displays) => {
      const [first, ...others] = displays.map(toSpec)
      // The schema has refused an empty list.
      if (first !== undefined) screen._setDisplays([first, ...others])
      return ok(screen._displays())
    })(body),
  'PUT /cursor': ({ screen }, body) =>
    withBody(pointSchema, (point) => {
      screen._moveCursor(point)
      return ok()
    })(body),
}
