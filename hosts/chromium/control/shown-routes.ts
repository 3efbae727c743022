import * as v from 'valibot'
import type { Tray } from '../electron/tray.ts'
import { countSchema, missing, ok, withBody, type ControlAnswer, type Routes } from './answers.ts'
import type { Registries } from './registries.ts'
import { clickMenuPath } from './tray-click.ts'

function onTray({ trays }: Registries, act: (tray: Tray) => ControlAnswer): ControlAnswer {
  const [tray] = trays
  return tray === undefined ? missing('The app has no tray icon') : act(tray)
}

const pathSchema = v.strictObject({ path: v.pipe(v.array(v.string()), v.minLength(1)) })
const activateSchema = v.optional(
  v.strictObject({ kind: v.optional(v.picklist(['click', 'double-click', 'right-click']), 'click') }),
  {},
)
const clickSchema = v.optional(v.strictObject({ action: v.optional(countSchema) }), {})
const answerSchema = v.strictObject({
  response: v.optional(countSchema),
  checkboxChecked: v.optional(v.boolean()),
  filePaths: v.optional(v.array(v.string())),
})

/** What a person sees outside the windows, and can click or answer: tray, notifications, dialogs. */
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
        tray._activate(kind)
        return ok()
      }),
    )(body),
  'GET /notifications': ({ notifications }) =>
    ok(
      notifications.map(({ id, notification, shownAt, state }) => ({
        id,
        title: notification.title,
        body: notification.body,
        urgency: notification.urgency,
        actions: notification.actions.map(({ text }) => text ?? ''),
        shownAt,
        state,
      })),
    ),
  'POST /notifications/{id}/click': ({ notifications }, body, id) =>
    withBody(clickSchema, ({ action }) => {
      const record = notifications.find((candidate) => candidate.id === id)
      if (record === undefined) return missing(`There is no notification ${String(id)}`)
      record.notification._click(action)
      return ok()
    })(body),
  'GET /dialogs': ({ dialogs }) => ok(dialogs.list()),
  'POST /dialogs/{id}': ({ dialogs }, body, id) =>
    withBody(answerSchema, ({ response, checkboxChecked, filePaths }) => {
      const answer = {
        ...(response === undefined ? {} : { response }),
        ...(checkboxChecked === undefined ? {} : { checkboxChecked }),
        ...(filePaths === undefined ? {} : { filePaths }),
      }
      return dialogs.answer(id, answer) ? ok() : missing(`There is no open dialog ${String(id)}`)
    })(body),
}
