import * as v from 'valibot'
import type { BaseHostWindow } from '../electron/browser-window.ts'
import { powerEvents } from '../electron/power-monitor.ts'
import type { Tray } from '../electron/tray.ts'
import type { Registries } from './registries.ts'
import { clickMenuPath } from './tray-click.ts'

/** An answer: status and JSON body. */
export interface ControlAnswer {
  readonly status: number
  readonly body: unknown
}
type Route = (registries: Registries, body: unknown, id: number) => ControlAnswer

const ok = (body: unknown = { ok: true }): ControlAnswer => ({ status: 200, body })
const missing = (error: string): ControlAnswer => ({ status: 404, body: { error } })

/** The body as the schema has it, or 400 with the reasons. */
function withBody<S extends v.GenericSchema>(schema: S, use: (body: v.InferOutput<S>) => ControlAnswer) {
  return (body: unknown): ControlAnswer => {
    const result = v.safeParse(schema, body)
    if (result.success) return use(result.output)
    return { status: 400, body: { error: result.issues.map((issue) => issue.message).join('; ') } }
  }
}

function firstTray({ trays }: Registries): Tray | undefined {
  return [...trays][0]
}

function viewWindow(window: BaseHostWindow): object {
  return {
    id: window.id,
    title: window.getTitle(),
    url: window.webContents.getURL(),
    visible: window.isVisible(),
    focused: window.isFocused(),
    minimized: window.isMinimized(),
    alwaysOnTop: window.isAlwaysOnTop(),
    bounds: window.getBounds(),
    taskbar: window._taskbar,
  }
}

function onWindow(registries: Registries, id: number, act: (window: BaseHostWindow) => void): ControlAnswer {
  const window = registries.windows.all().find((candidate) => candidate.id === id)
  if (window === undefined) return missing(`There is no window ${String(id)}`)
  act(window)
  return ok()
}

const pathSchema = v.strictObject({ path: v.pipe(v.array(v.string()), v.minLength(1)) })
const activateSchema = v.optional(
  v.strictObject({ kind: v.optional(v.picklist(['click', 'double-click', 'right-click']), 'click') }),
  {},
)
const powerSchema = v.strictObject({ event: v.picklist(powerEvents) })
/** More than a month at once is a mistake in the units. */
const maxAdvanceMs = 31 * 24 * 60 * 60 * 1000
const clockSchema = v.strictObject({
  advanceMs: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxAdvanceMs)),
})
const shortcutSchema = v.strictObject({ accelerator: v.pipe(v.string(), v.minLength(1)) })
const themeSchema = v.strictObject({ dark: v.boolean() })
const clickSchema = v.optional(
  v.strictObject({ action: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))) }),
  {},
)
const answerSchema = v.strictObject({
  response: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  checkboxChecked: v.optional(v.boolean()),
  filePaths: v.optional(v.array(v.string())),
})

/** Every route: method and path, `{id}` standing for a number. */
export const routes: Readonly<Record<string, Route>> = {
  'GET /tray': (registries) => {
    const tray = firstTray(registries)
    return tray === undefined ? missing('The app has no tray icon') : ok(tray._menu?._view() ?? [])
  },
  'GET /tray/icon': (registries) => {
    const tray = firstTray(registries)
    return tray === undefined ? missing('The app has no tray icon') : ok(tray._view())
  },
  'POST /tray/click': (registries, body) =>
    withBody(pathSchema, ({ path }) => clickMenuPath(firstTray(registries)?._menu ?? null, path))(body),
  'POST /tray/activate': (registries, body) =>
    withBody(activateSchema, ({ kind }) => {
      const tray = firstTray(registries)
      if (tray === undefined) return missing('The app has no tray icon')
      tray._activate(kind)
      return ok()
    })(body),
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
  'POST /power': ({ power }, body) =>
    withBody(powerSchema, ({ event }) => {
      power._report(event)
      return ok()
    })(body),
  'POST /clock': ({ clock }, body) =>
    withBody(clockSchema, ({ advanceMs }) => {
      clock.advance(advanceMs)
      return ok({ now: clock.now() })
    })(body),
  'GET /windows': ({ windows }) => ok(windows.all().map(viewWindow)),
  'POST /windows/{id}/close': (registries, _body, id) => onWindow(registries, id, (window) => window.close()),
  'POST /windows/{id}/crash': (registries, _body, id) =>
    onWindow(registries, id, (window) => window.webContents.forcefullyCrashRenderer()),
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
  'POST /shortcuts': ({ shortcuts }, body) =>
    withBody(shortcutSchema, ({ accelerator }) =>
      shortcuts._press(accelerator) ? ok() : missing(`No shortcut is registered for ${accelerator}`),
    )(body),
  'GET /opened': ({ opened }) => ok(opened),
  'POST /theme': ({ theme }, body) =>
    withBody(themeSchema, ({ dark }) => {
      theme._setSystemDark(dark)
      return ok()
    })(body),
}

/** Finds the route of a request; the number in its path, or 0. */
export function findRoute(
  method: string,
  path: string,
): { readonly route: Route; readonly id: number } | undefined {
  const id = /\/(\d+)(?=\/|$)/.exec(path)?.[1]
  const key = `${method} ${id === undefined ? path : path.replace(`/${id}`, '/{id}')}`
  const route = Object.hasOwn(routes, key) ? routes[key] : undefined
  return route === undefined ? undefined : { route, id: Number(id ?? 0) }
}
