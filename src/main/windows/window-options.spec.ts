import { describe, expect, it } from 'vitest'
import { windowOptions } from './window-options.ts'

describe('privileges of a page', () => {
  const { webPreferences, show } = windowOptions({
    preload: '/p.cjs',
    icon: '/i.png',
    isDark: true,
    hasDevTools: false,
  })

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
})
