import * as v from 'valibot'
import { isAccelerator } from '../electron/accelerator.ts'
import { powerEvents } from '../electron/power-monitor.ts'
import { countSchema, missing, ok, refused, textSchema, withBody, type Routes } from './answers.ts'

const powerSchema = v.strictObject({ event: v.picklist(powerEvents) })
/** More than a month at once is a mistake in the units. */
const maxAdvanceMs = 31 * 24 * 60 * 60 * 1000
const clockSchema = v.strictObject({
  advanceMs: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxAdvanceMs)),
})
const shortcutSchema = v.strictObject({
  accelerator: v.pipe(textSchema, v.check(isAccelerator, 'That is no accelerator')),
})
const wishSchema = v.exactOptional(v.boolean())
const themeSchema = v.strictObject({
  dark: wishSchema,
  highContrast: wishSchema,
  forcedColors: wishSchema,
  invertedColors: wishSchema,
  reducedTransparency: wishSchema,
  reducedMotion: wishSchema,
})
const idleSchema = v.strictObject({ seconds: countSchema })
const clipboardSchema = v.strictObject({ text: v.string() })

/** What the system around the app does, or was asked to do. */
export const systemRoutes: Routes = {
  'POST /power': ({ power }, body) =>
    withBody(powerSchema, ({ event }) => {
      power._report(event)
      return ok()
    })(body),
  'POST /idle': ({ power }, body) =>
    withBody(idleSchema, ({ seconds }) => {
      power._setIdle(seconds)
      return ok()
    })(body),
  'GET /clipboard': ({ clipboard }) => ok({ text: clipboard._text }),
  'PUT /clipboard': ({ clipboard }, body) =>
    withBody(clipboardSchema, ({ text }) => {
      clipboard._write(text)
      return ok()
    })(body),
  'POST /clock': ({ clock }, body) =>
    withBody(clockSchema, ({ advanceMs }) => {
      clock.advance(advanceMs)
      return ok({ now: clock.now() })
    })(body),
  'GET /shortcuts': ({ shortcuts }) => ok(shortcuts._list()),
  'POST /shortcuts/press': ({ shortcuts }, body) =>
    withBody(shortcutSchema, ({ accelerator }) =>
      shortcuts._press(accelerator) ? ok() : missing(`The app does not listen to ${accelerator}`),
    )(body),
  'POST /shortcuts/occupy': ({ shortcuts }, body) =>
    withBody(shortcutSchema, ({ accelerator }) =>
      shortcuts._occupy(accelerator) ? ok() : refused(`${accelerator} is taken`),
    )(body),
  'POST /shortcuts/release': ({ shortcuts }, body) =>
    withBody(shortcutSchema, ({ accelerator }) =>
      shortcuts._release(accelerator) ? ok() : missing(`No other program has ${accelerator}`),
    )(body),
  'GET /opened': ({ opened }) => ok(opened),
  'POST /theme': ({ theme }, body) =>
    withBody(themeSchema, (wishes) => {
      theme._setWishes(wishes)
      return ok()
    })(body),
}
