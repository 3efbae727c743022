import type { BrowserWindowConstructorOptions } from 'electron'
import type { Rectangle } from 'electron'
import { assertWhole } from './whole-numbers.ts'
import type { SizeLimits } from './window-bounds.ts'

type Option = keyof BrowserWindowConstructorOptions

/** Options this host follows, or keeps and shows at the control port. */
const followed: readonly Option[] = [
  ...(['x', 'y', 'width', 'height', 'minWidth', 'minHeight', 'maxWidth', 'maxHeight', 'center'] as const),
  ...([
    'resizable',
    'movable',
    'minimizable',
    'maximizable',
    'fullscreenable',
    'closable',
    'focusable',
  ] as const),
  ...(['alwaysOnTop', 'fullscreen', 'skipTaskbar', 'frame', 'show', 'title', 'opacity'] as const),
  ...(['backgroundColor', 'icon', 'webPreferences'] as const),
]

/** Options about the looks of a frame that is Chromium's here, or a desktop's there: they change nothing an app could ask. */
const decoration: readonly Option[] = [
  ...(['autoHideMenuBar', 'useContentSize', 'hasShadow', 'roundedCorners', 'thickFrame'] as const),
  ...(['darkTheme', 'accentColor', 'titleBarStyle', 'titleBarOverlay', 'trafficLightPosition'] as const),
  ...(['vibrancy', 'visualEffectState', 'backgroundMaterial', 'transparent'] as const),
  ...(['acceptFirstMouse', 'disableAutoHideCursor', 'paintWhenInitiallyHidden', 'type'] as const),
]
const known = new Set<string>([...followed, ...decoration])

const defaultSize = { width: 800, height: 600 }

function notImplemented(what: string): Error {
  return new Error(
    `Chromium host: ${what} is not implemented (see hosts/chromium/README.md, "How to add an API")`,
  )
}

/** Throws for an option this host would silently ignore. */
export function assertKnownOptions(options: BrowserWindowConstructorOptions): void {
  const unknown = Object.keys(options).find((name) => !known.has(name))
  if (unknown !== undefined) throw notImplemented(`new BrowserWindow({ ${unknown} })`)
  // One policy for the whole browser: it is on its command line.
  const policy = options.webPreferences?.autoplayPolicy ?? 'no-user-gesture-required'
  if (policy !== 'no-user-gesture-required') throw notImplemented(`autoplayPolicy: "${policy}"`)
}

/** Size and limits from the options. A place is given by both `x` and `y`, or the window is centred. */
export function readBounds(
  options: BrowserWindowConstructorOptions,
  centered: (bounds: Rectangle) => { x: number; y: number },
): { readonly bounds: Rectangle; readonly limits: SizeLimits } {
  const { width = defaultSize.width, height = defaultSize.height, x, y } = options
  const { minWidth = 0, minHeight = 0, maxWidth = 0, maxHeight = 0 } = options
  assertWhole(width, height, x ?? 0, y ?? 0, minWidth, minHeight, maxWidth, maxHeight)
  const size = { x: 0, y: 0, width, height }
  const isPlaced = x !== undefined && y !== undefined && options.center !== true
  return {
    bounds: { ...size, ...(isPlaced ? { x, y } : centered(size)) },
    limits: { minimum: [minWidth, minHeight], maximum: [maxWidth, maxHeight] },
  }
}
