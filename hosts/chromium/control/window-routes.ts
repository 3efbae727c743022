import * as v from 'valibot'
import type { BaseHostWindow } from '../electron/browser-window.ts'
import {
  missing,
  ok,
  rectangleSchema,
  refused,
  withBody,
  type ControlAnswer,
  type Routes,
} from './answers.ts'
import type { Registries } from './registries.ts'

function viewWindow(window: BaseHostWindow, stacked: readonly BaseHostWindow[]): object {
  const [minWidth, minHeight] = window.getMinimumSize()
  const [maxWidth, maxHeight] = window.getMaximumSize()
  return {
    id: window.id,
    title: window.getTitle(),
    url: window.webContents.getURL(),
    visible: window.isVisible(),
    focused: window.isFocused(),
    minimized: window.isMinimized(),
    maximized: window.isMaximized(),
    fullScreen: window.isFullScreen(),
    alwaysOnTop: window.isAlwaysOnTop(),
    level: window._level,
    /** 0 = under all others. */
    stackedAt: stacked.indexOf(window),
    bounds: window.getBounds(),
    normalBounds: window.getNormalBounds(),
    minimumSize: { width: minWidth, height: minHeight },
    maximumSize: { width: maxWidth, height: maxHeight },
    frame: window._hasFrame,
    opacity: window.getOpacity(),
    onAllWorkspaces: window.isVisibleOnAllWorkspaces(),
    resizable: window.isResizable(),
    movable: window.isMovable(),
    minimizable: window.isMinimizable(),
    maximizable: window.isMaximizable(),
    fullScreenable: window.isFullScreenable(),
    closable: window.isClosable(),
    focusable: window.isFocusable(),
    taskbar: window._taskbar,
  }
}

function onWindow(
  registries: Registries,
  id: number,
  act: (window: BaseHostWindow) => ControlAnswer,
): ControlAnswer {
  const window = registries.windows.all().find((candidate) => candidate.id === id)
  return window === undefined ? missing(`There is no window ${String(id)}`) : act(window)
}

function drag(
  window: BaseHostWindow,
  wanted: Partial<ReturnType<BaseHostWindow['getBounds']>>,
): ControlAnswer {
  const { x, y, width, height } = window.getBounds()
  const isMove = (wanted.x ?? x) !== x || (wanted.y ?? y) !== y
  const isResize = (wanted.width ?? width) !== width || (wanted.height ?? height) !== height
  if (isResize && !window.isResizable()) return refused('The window is not resizable')
  if (isMove && !isResize && !window.isMovable()) return refused('The window is not movable')
  return window._drag(wanted) ? ok(window.getBounds()) : refused('The app prevented it')
}

/** What a person does to a window, and whether the window lets them. */
const actions = {
  minimize: [
    (window: BaseHostWindow) => window.isMinimizable(),
    (window: BaseHostWindow) => window.minimize(),
  ],
  maximize: [
    (window: BaseHostWindow) => window.isMaximizable(),
    (window: BaseHostWindow) => window.maximize(),
  ],
  unmaximize: [() => true, (window: BaseHostWindow) => window.unmaximize()],
  restore: [() => true, (window: BaseHostWindow) => window.restore()],
  focus: [(window: BaseHostWindow) => window.isFocusable(), (window: BaseHostWindow) => window.focus()],
  blur: [() => true, (window: BaseHostWindow) => window.blur()],
} as const
type Action = keyof typeof actions

const { x, y, width, height } = rectangleSchema.entries
const boundsSchema = v.strictObject({
  x: v.exactOptional(x),
  y: v.exactOptional(y),
  width: v.exactOptional(width),
  height: v.exactOptional(height),
})
const actionSchema = v.strictObject({ action: v.picklist(Object.keys(actions) as Action[]) })

/** Windows as they are, and what a person at the desk does to them. */
export const windowRoutes: Routes = {
  'GET /windows': ({ windows }) => {
    const stacked = windows.stacked()
    return ok(windows.all().map((window) => viewWindow(window, stacked)))
  },
  'POST /windows/{id}/bounds': (registries, body, id) =>
    withBody(boundsSchema, (bounds) => onWindow(registries, id, (window) => drag(window, bounds)))(body),
  'POST /windows/{id}/act': (registries, body, id) =>
    withBody(actionSchema, ({ action }) =>
      onWindow(registries, id, (window) => {
        const [isAllowed, act] = actions[action]
        if (!isAllowed(window)) return refused(`The window does not let itself ${action}`)
        act(window)
        return ok()
      }),
    )(body),
  'POST /windows/{id}/close': (registries, _body, id) =>
    onWindow(registries, id, (window) => {
      if (!window.isClosable()) return refused('The window is not closable')
      window.close()
      return ok()
    }),
  'POST /windows/{id}/crash': (registries, _body, id) =>
    onWindow(registries, id, (window) => {
      window.webContents.forcefullyCrashRenderer()
      return ok()
    }),
}
