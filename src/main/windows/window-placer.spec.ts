import { expect, describe, it } from 'vitest'
import type { Preferences } from '../../shared/preferences/preference-schemas.ts'
import { MemorySettings } from '../agent/testing/desk-fixture.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { PreferencesKeeper } from '../preferences/preferences.ts'
import { ManualClock } from '../time/testing/manual-clock.ts'
import { screenSetKey, type Place, type Screen } from './placement.ts'
import { FakePlacedWindow } from './testing/fake-placed-window.ts'
import { WindowPlacer } from './window-placer.ts'
import type { PlacesOnScreens } from './window-places.ts'

const screen = (x: number, width: number, height: number): Screen => ({
  bounds: { x, y: 0, width, height },
  workArea: { x, y: 0, width, height: height - 40 },
  scaleFactor: 1,
})
const laptop = screen(0, 1366, 768)
const wide = screen(1366, 2560, 1440)
const onWide = { x: 2000, y: 100, width: 420, height: 720 }

/** A desk with its screens, and the windows opened on it. */
function desk(options: {
  readonly screens?: readonly Screen[]
  readonly remembered?: Partial<PlacesOnScreens>
  readonly preferences?: Partial<Preferences>
}) {
  let screens = options.screens ?? [laptop, wide]
  const listeners = new Set<() => void>()
  const settings = new MemorySettings({
    preferences: options.preferences ?? {},
    windowPlaces: options.remembered
      ? { [screenSetKey(screens)]: { full: null, mini: null, ...options.remembered } }
      : {},
  })
  const { log, entries } = createRecordingLogger()
  const clock = new ManualClock()
  const preferences = new PreferencesKeeper({ settings, fromCommandLine: {}, log })
  let reveals = 0
  const placer = new WindowPlacer<FakePlacedWindow>({
    screens: {
      connected: () => screens,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    settings,
    preferences,
    clock,
    reveal: () => reveals++,
    log,
  })
  placer.start()
  return {
    placer,
    preferences,
    settings,
    clock,
    entries,
    reveals: () => reveals,
    open: () => {
      const window = new FakePlacedWindow(placer.nextPlace())
      placer.attach(window)
      return window
    },
    connect: (next: readonly Screen[]) => {
      screens = next
      for (const listener of listeners) listener()
    },
    remembered: () => settings.current.windowPlaces[screenSetKey(screens)],
  }
}

const inside = (place: Place, { workArea }: Screen): boolean =>
  place.x >= workArea.x &&
  place.y >= workArea.y &&
  place.x + place.width <= workArea.x + workArea.width &&
  place.y + place.height <= workArea.y + workArea.height

describe('opening', () => {
  it('a place that these screens do not know is not taken', () => {
    const { open } = desk({ screens: [laptop], remembered: { full: { ...onWide, isMaximized: false } } })
    expect(inside(open().getBounds(), laptop)).toBe(true)
  })

  it('where the window was when these screens were connected last', () => {
    const { open } = desk({ remembered: { full: { ...onWide, isMaximized: false } } })
    expect(open().getBounds()).toEqual(onWide)
  })

  it('a window that was maximised is so again, but only once it is shown', () => {
    const window = desk({ remembered: { full: { ...onWide, isMaximized: true } } }).open()
    expect(window.isMaximized()).toBe(false)
    window.show()
    expect(window.isMaximized()).toBe(true)
  })

  it('a second window does not cover the first, and is not remembered', async () => {
    const { open, clock, remembered } = desk({ remembered: { full: { ...onWide, isMaximized: false } } })
    open()
    const second = open()
    expect(second.getBounds()).toEqual({ ...onWide, x: 2024, y: 124 })
    second.drag({ x: 1500 })
    await clock.advance(1000)
    expect(remembered()?.full).toMatchObject(onWide)
  })

  it('the strip has the height of its content, whatever the frame takes', () => {
    const window = desk({ preferences: { windowMode: 'mini' } }).open()
    expect(window.getContentSize()).toEqual([360, 96])
    expect([window.isOnTop, window.maximizable]).toEqual([true, false])
  })

  it('the strip grows with the text', () => {
    const window = desk({ preferences: { windowMode: 'mini', textSize: 200 } }).open()
    expect(window.getContentSize()).toEqual([540, 192])
  })
})

describe('remembering', () => {
  it('not every place on the way, only where the window comes to rest', async () => {
    const { open, clock, remembered } = desk({})
    const window = open()
    for (const x of [100, 200, 300]) {
      window.drag({ x })
      await clock.advance(400)
    }
    expect(remembered()).toBeUndefined()
    await clock.advance(100)
    expect(remembered()?.full).toMatchObject({ x: 300, isMaximized: false })
  })

  it('a minimised window and one in full screen keep the place before', async () => {
    const { open, clock, remembered } = desk({})
    const window = open()
    window.isInTaskBar = true
    window.drag({ x: -32_000 })
    await clock.advance(500)
    window.isInTaskBar = false
    window.fullScreen = true
    window.drag({ x: 0 })
    await clock.advance(500)
    expect(remembered()).toBeUndefined()
  })

  it('a maximised window keeps the place it returns to', async () => {
    const { open, clock, remembered } = desk({ remembered: { full: { ...onWide, isMaximized: false } } })
    open().maximize()
    await clock.advance(500)
    expect(remembered()?.full).toEqual({ ...onWide, isMaximized: true })
  })

  it('the end does not lose a place that is still on its way', () => {
    const { open, placer, remembered } = desk({})
    open().drag({ x: 77 })
    placer.dispose()
    expect(remembered()?.full?.x).toBe(77)
  })

  it('a disk that does not take it is logged, and nothing else', async () => {
    const { open, clock, settings, entries } = desk({})
    settings.isFailing = true
    open().drag({ x: 77 })
    await clock.advance(500)
    expect(entries).toMatchObject([{ level: 'warn', message: 'place of the window was not saved' }])
  })
})

describe('the strip and back', () => {
  it('lies where the whole window had its upper right corner, and the window returns to its place', async () => {
    const { open, preferences, clock, reveals } = desk({})
    const window = open()
    window.drag(onWide)
    await clock.advance(500)
    await preferences.change({ windowMode: 'mini' })
    expect(window.getBounds()).toEqual({ x: 2060, y: 100, width: 360, height: 126 })
    expect([window.isOnTop, reveals()]).toEqual([true, 1])
    window.drag({ x: 1400, y: 0 })
    await preferences.change({ windowMode: 'full' })
    expect(window.getBounds()).toEqual(onWide)
    expect([window.isOnTop, window.maximizable]).toEqual([false, true])
    await preferences.change({ windowMode: 'mini' })
    expect(window.getBounds()).toMatchObject({ x: 1400, y: 0 })
  })

  it('a maximised window is maximised again', async () => {
    const { open, preferences } = desk({ remembered: { full: { ...onWide, isMaximized: false } } })
    const window = open()
    window.maximize()
    await preferences.change({ windowMode: 'mini' })
    expect([window.isMaximized(), window.getContentSize()]).toEqual([false, [360, 96]])
    await preferences.change({ windowMode: 'full' })
    expect([window.isMaximized(), window.getNormalBounds()]).toEqual([true, onWide])
  })

  it('the whole window stays on top if that is preferred', async () => {
    const { open, preferences } = desk({})
    const window = open()
    await preferences.change({ isAlwaysOnTop: true })
    expect(window.isOnTop).toBe(true)
    await preferences.change({ windowMode: 'mini' })
    await preferences.change({ isAlwaysOnTop: false })
    expect(window.isOnTop).toBe(true)
    await preferences.change({ windowMode: 'full' })
    expect(window.isOnTop).toBe(false)
  })

  it('other preferences move nothing', async () => {
    const { open, preferences, reveals } = desk({})
    const window = open()
    window.drag({ x: 5 })
    await preferences.change({ soundVolume: 10, theme: 'dark' })
    expect([window.getBounds().x, reveals()]).toEqual([5, 0])
  })
})

describe('screens that come and go', () => {
  it('a window on a screen that is gone comes back into sight, and returns with the screen', async () => {
    const { open, connect, clock } = desk({})
    const window = open()
    window.drag(onWide)
    await clock.advance(500)
    connect([laptop])
    expect(inside(window.getBounds(), laptop)).toBe(true)
    await clock.advance(500)
    connect([laptop, wide])
    expect(window.getBounds()).toEqual(onWide)
  })

  it('a window in sight stays where it is', () => {
    const { open, connect } = desk({})
    const window = open()
    window.drag({ x: 30, y: 8 })
    const before = window.getBounds()
    connect([laptop])
    expect(window.getBounds()).toEqual(before)
  })

  it('windows that are closed are left alone', () => {
    const { open, connect } = desk({})
    const window = open()
    window.drag(onWide)
    window.close()
    connect([laptop])
    expect(window.getBounds()).toEqual(onWide)
  })
})
