import * as v from 'valibot'
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
    id: v.exactOptional(wholeSchema),
    label: v.exactOptional(textSchema),
    bounds: rectangleSchema,
    workArea: v.exactOptional(rectangleSchema),
    scaleFactor: v.exactOptional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(8))),
    rotation: v.exactOptional(v.picklist([0, 90, 180, 270])),
    internal: v.exactOptional(v.boolean()),
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

/** The displays of the desk, and the pointer on them. */
export const displayRoutes: Routes = {
  'GET /displays': ({ screen }) => ok(screen._displays()),
  'PUT /displays': ({ screen }, body) =>
    withBody(displaysSchema, (displays) => {
      const [first, ...others] = displays
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
