import * as v from 'valibot'
import { trayEvents, type Tray } from '../electron/tray.ts'
import { countSchema, missing, ok, refused, withBody, type ControlAnswer, type Routes } from './answers.ts'
import type { Registries } from './registries.ts'
import { clickMenuPath } from './tray-click.ts'

function onTray({ trays }: Registries, act: (tray: Tray) => ControlAnswer): ControlAnswer {
  const [tray] = trays
  return tray === undefined ? missing('The app has no tray icon') : act(tray)
}

const pathSchema = v.strictObject({ path: v.pipe(v.array(v.string()), v.minLength(1)) })
const activateSchema = v.optional(v.strictObject({ kind: v.optional(v.picklist(trayEvents), 'click') }), {})
const answerSchema = v.strictObject({
  response: v.exactOptional(countSchema),
  checkboxChecked: v.exactOptional(v.boolean()),
  filePaths: v.exactOptional(v.array(v.string())),
})

/** What a person sees outside the windows, and can click or answer: the tray and dialogs. */
export const shownRoutes: Routes = {
  'GET /tray': (registries) => onTray(registries, (tray) => ok(tray._menu?._view() ?? [])),
  'GET /tray/icon': (registries) => onTray(registries, (tray) => ok(tray._view())),
  'POST /tray/click': (registries, body) =>
    withBody(pathSchema, ({ path }) => {
      const [tray] = registries.trays
      return clickMenuPath(tray?._menu ?? null, path)
    })(body),
  'POST /tray/activate': (registries, body) =>
    withBody(activateSchema, ({ kind }) =>
      onTray(registries, (tray) => {
        return tray._activate(kind) ? ok() : refused('The icon has no balloon')
      }),
    )(body),
  'GET /dialogs': ({ dialogs }) => ok(dialogs.list()),
  'POST /dialogs/{id}': ({ dialogs }, body, id) =>
    withBody(answerSchema, (answer) =>
      dialogs.answer(id, answer) ? ok() : missing(`There is no open dialog ${String(id)}`),
    )(body),
}
