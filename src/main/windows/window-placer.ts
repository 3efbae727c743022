import type { Logger } from '../logging/logger.ts'
import type { PreferencesService } from '../preferences/preferences.ts'
import type { SettingsStore } from '../settings/settings.ts'
import type { Cancel, Clock } from '../time/clock.ts'
import { placeOnScreen, type Place, type Screen, type Size } from './placement.ts'
import { placesOn, rememberPlace, type PlacedAs, type PlacesOnScreens } from './window-places.ts'
import { windowSizes } from './window-sizes.ts'

/** The part of Electron's `BrowserWindow` that has a place. */
export interface PlacedWindow {
  isDestroyed(): boolean
  isMinimized(): boolean
  isMaximized(): boolean
  isFullScreen(): boolean
  getBounds(): Place
  getNormalBounds(): Place
  getSize(): number[]
  getContentSize(): number[]
  setBounds(place: Place): void
  setMinimumSize(width: number, height: number): void
  setMaximizable(isMaximizable: boolean): void
  setAlwaysOnTop(isOnTop: boolean): void
  setFullScreen(isFull: boolean): void
  maximize(): void
  unmaximize(): void
  on(event: 'move' | 'resize' | 'maximize' | 'unmaximize', listener: () => void): unknown
  once(event: 'show' | 'closed', listener: () => void): unknown
}

/** The connected screens. */
export interface Screens {
  /** The primary one first. */
  readonly connected: () => readonly Screen[]
  /** Told after a screen came, went or changed. Returns its own undo. */
  readonly subscribe: (listener: () => void) => () => void
}

export interface WindowPlacerDeps {
  readonly screens: Screens
  readonly settings: SettingsStore
  readonly preferences: Pick<PreferencesService, 'get' | 'subscribe'>
  readonly clock: Pick<Clock, 'after'>
  /** Brings the window to the front: who changes its form wants to see it. */
  readonly reveal: () => void
  readonly log: Logger
}

/** A window is dragged over hundreds of places; it is remembered where it came to rest. */
const restMs = 500
/** So far apart stand windows that are opened on the same place. */
const cascade = 24

/**
 * Puts windows where they were when these screens were last connected, keeps them where they can be seen, and turns them
 * from the whole window into the strip and back. The oldest window is the one that is remembered.
 */
export class WindowPlacer<W extends PlacedWindow = PlacedWindow> {
  readonly #deps: WindowPlacerDeps
  readonly #windows = new Set<W>()
  #form: PlacedAs
  #looks: string
  #pending: Cancel | null = null
  #undo: (() => void)[] = []

  constructor(deps: WindowPlacerDeps) {
    this.#deps = deps
    this.#form = deps.preferences.get('windowMode')
    this.#looks = this.#readLooks()
  }

  start(): void {
    const { screens, preferences } = this.#deps
    this.#undo = [
      screens.subscribe(() => this.#screensChanged()),
      preferences.subscribe(() => this.#preferencesChanged()),
    ]
  }

  /** Remembers what is still on its way, and follows nothing any more. */
  dispose(): void {
    for (const undo of this.#undo) undo()
    if (this.#pending !== null) this.#remember()
  }

  /** Where the next window is to open. */
  nextPlace(): Place {
    return this.#placeFor(this.#windows.size, { width: 0, height: 0 })
  }

  /** Takes a new window into care. */
  attach(window: W): void {
    const index = this.#windows.size
    this.#windows.add(window)
    window.once('closed', () => this.#windows.delete(window))
    this.#limit(window)
    // Some systems add the frame only when they show the window.
    window.once('show', () => this.#limit(window))
    // Only the window knows how much its frame takes.
    if (this.#form === 'mini') window.setBounds(this.#placeFor(index, frameOf(window)))
    else if (index === 0 && this.#remembered.full?.isMaximized === true) {
      // Maximising shows a window, also one that is to start hidden.
      window.once('show', () => {
        if (this.#form === 'full') window.maximize()
      })
    }
    const moved = (): void => {
      if (window === this.#leader) this.#rememberSoon()
    }
    for (const event of ['move', 'resize', 'maximize', 'unmaximize'] as const) window.on(event, moved)
  }

  get #leader(): W | null {
    for (const window of this.#windows) if (!window.isDestroyed()) return window
    return null
  }

  get #remembered(): PlacesOnScreens {
    return placesOn(this.#deps.settings.current.windowPlaces, this.#deps.screens.connected())
  }

  get #isOnTop(): boolean {
    return this.#form === 'mini' || this.#deps.preferences.get('isAlwaysOnTop')
  }

  /** What of the preferences shapes the window. */
  #readLooks(): string {
    const { preferences } = this.#deps
    return [
      preferences.get('windowMode'),
      preferences.get('isAlwaysOnTop'),
      preferences.get('textSize'),
    ].join()
  }

  #placeFor(index: number, frame: Size): Place {
    const { screens, preferences } = this.#deps
    const connected = screens.connected()
    const { usual, least } = windowSizes(this.#form, preferences.get('textSize'))
    const wanted = this.#remembered[this.#form] ?? this.#besideWhole(usual)
    const size = withFrame(usual, frame)
    const smallest = withFrame(least, frame)
    const place = wanted && {
      x: wanted.x + index * cascade,
      y: wanted.y + index * cascade,
      width: Math.max(wanted.width, smallest.width),
      height: Math.max(wanted.height, smallest.height),
    }
    return placeOnScreen(place, size, connected)
  }

  /** A strip that never was anywhere comes to lie along the upper edge of the window it replaces, on the right. */
  #besideWhole(size: Size): Place | null {
    if (this.#form === 'full') return null
    const whole = this.#remembered.full
    return whole && { x: whole.x + whole.width - size.width, y: whole.y, ...size }
  }

  #limit(window: W): void {
    const { least } = windowSizes(this.#form, this.#deps.preferences.get('textSize'))
    const { width, height } = withFrame(least, frameOf(window))
    window.setMinimumSize(width, height)
    window.setMaximizable(this.#form === 'full')
    window.setAlwaysOnTop(this.#isOnTop)
  }

  #preferencesChanged(): void {
    const looks = this.#readLooks()
    if (looks === this.#looks) return
    this.#looks = looks
    const { preferences, reveal } = this.#deps
    const form = preferences.get('windowMode')
    if (form === this.#form) {
      this.#eachWindow((window) => this.#limit(window))
      return
    }
    this.#remember()
    this.#form = form
    this.#eachWindow((window, index) => this.#reshape(window, index))
    reveal()
  }

  #reshape(window: W, index: number): void {
    if (window.isFullScreen()) window.setFullScreen(false)
    if (window.isMaximized()) window.unmaximize()
    this.#limit(window)
    window.setBounds(this.#placeFor(index, frameOf(window)))
    if (this.#form === 'full' && index === 0 && this.#remembered.full?.isMaximized === true) window.maximize()
  }

  /** Screens that were connected before bring back the place of that time; others must not hide the window. */
  #screensChanged(): void {
    this.#pending?.()
    this.#pending = null
    const connected = this.#deps.screens.connected()
    this.#eachWindow((window, index) => {
      if (window.isFullScreen() || window.isMaximized()) return
      const known = index === 0 ? this.#remembered[this.#form] : null
      const present = window.getBounds()
      const place = placeOnScreen(known ?? present, present, connected)
      if (!isSame(place, present)) window.setBounds(place)
    })
  }

  #eachWindow(act: (window: W, index: number) => void): void {
    const live = [...this.#windows].filter((window) => !window.isDestroyed())
    live.forEach(act)
  }

  #rememberSoon(): void {
    this.#pending?.()
    this.#pending = this.#deps.clock.after(restMs, () => this.#remember())
  }

  /** Read when it has come to rest: on some systems events of the form before arrive late. */
  #remember(): void {
    this.#pending?.()
    this.#pending = null
    const window = this.#leader
    if (window === null || window.isMinimized() || window.isFullScreen()) return
    const change: Partial<PlacesOnScreens> =
      this.#form === 'mini'
        ? { mini: placeOf(window.getBounds()) }
        : { full: { ...placeOf(window.getNormalBounds()), isMaximized: window.isMaximized() } }
    const { settings, screens, log } = this.#deps
    const before = this.#remembered
    if (isSameChange(before, change)) return
    settings
      .update({ windowPlaces: rememberPlace(settings.current.windowPlaces, screens.connected(), change) })
      .catch((error: unknown) => log.warn('place of the window was not saved', { error }))
  }
}

function placeOf({ x, y, width, height }: Place): Place {
  return { x, y, width, height }
}

function frameOf(window: PlacedWindow): Size {
  const [width = 0, height = 0] = window.getSize()
  const [contentWidth = width, contentHeight = height] = window.getContentSize()
  return { width: Math.max(0, width - contentWidth), height: Math.max(0, height - contentHeight) }
}

function withFrame(size: Size, frame: Size): Size {
  return { width: size.width + frame.width, height: size.height + frame.height }
}

function isSame(a: Place, b: Place): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

function isSameChange(before: PlacesOnScreens, { full, mini }: Partial<PlacesOnScreens>): boolean {
  if (mini) return before.mini !== null && isSame(before.mini, mini)
  if (!full) return true
  return before.full !== null && isSame(before.full, full) && before.full.isMaximized === full.isMaximized
}
