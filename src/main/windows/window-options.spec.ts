import { describe, expect, it } from 'vitest'
import { windowOptions } from './window-options.ts'

describe('privileges of a page', () => {
  const look = {
    preload: '/p.cjs',
    icon: '/i.png',
    isDark: true,
    hasDevTools: false,
    place: { x: -5, y: 7, width: 420, height: 720 },
    isHidden: false,
  }
  const { webPreferences, show } = windowOptions(look)

  it.each([
    ['sandbox', true],
    ['contextIsolation', true],
    ['webSecurity', true],
    ['nodeIntegration', false],
    ['nodeIntegrationInWorker', false],
    ['nodeIntegrationInSubFrames', false],
    ['webviewTag', false],
    ['allowRunningInsecureContent', false],
    ['experimentalFeatures', false],
    ['devTools', false],
  ] as const)('%s is %s', (name, value) => {
    expect(webPreferences?.[name]).toBe(value)
  })

  it('a window is not shown before it has painted', () => {
    expect(show).toBe(false)
  })

  it('a window that starts in the tray does not paint', () => {
    expect(windowOptions({ ...look, isHidden: true }).paintWhenInitiallyHidden).toBe(false)
  })

  it('a window opens where it is wanted', () => {
    expect(windowOptions(look)).toMatchObject(look.place)
  })
})
