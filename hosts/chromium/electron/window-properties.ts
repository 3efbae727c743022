/** Electron's older spelling of a window's switches: the property, what reads it and what sets it. */
const properties = [
  ['title', 'getTitle', 'setTitle'],
  ['resizable', 'isResizable', 'setResizable'],
  ['movable', 'isMovable', 'setMovable'],
  ['minimizable', 'isMinimizable', 'setMinimizable'],
  ['maximizable', 'isMaximizable', 'setMaximizable'],
  ['fullScreenable', 'isFullScreenable', 'setFullScreenable'],
  ['closable', 'isClosable', 'setClosable'],
  ['focusable', 'isFocusable', 'setFocusable'],
  ['fullScreen', 'isFullScreen', 'setFullScreen'],
  ['visibleOnAllWorkspaces', 'isVisibleOnAllWorkspaces', 'setVisibleOnAllWorkspaces'],
] as const
type Names = (typeof properties)[number]

/** What a class must have to be given the properties. */
type Switches = Readonly<Record<Names[1], () => unknown>> & Readonly<Record<Names[2], (value: never) => void>>

/** Gives a window class `window.resizable = false` and the like; without them the assignment would do nothing at all. */
export function defineWindowProperties(prototype: Switches): void {
  for (const [name, read, write] of properties) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: Switches) {
        return this[read]()
      },
      set(this: Switches, value: never) {
        this[write](value)
      },
    })
  }
}
