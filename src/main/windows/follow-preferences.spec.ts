import { describe, expect, it } from 'vitest'
import { MemorySettings } from '../agent/testing/desk-fixture.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { PreferencesKeeper } from '../preferences/preferences.ts'
import { explainOnce } from './explain-once.ts'
import { followTheme } from './follow-theme.ts'

function keep(settings = new MemorySettings()): PreferencesKeeper {
  return new PreferencesKeeper({ settings, fromCommandLine: {}, log: createRecordingLogger().log })
}

describe('colours of the system', () => {
  it('are those of the page, from the beginning and after each change', async () => {
    const preferences = keep(new MemorySettings({ preferences: { theme: 'dark' } }))
    const theme: Parameters<typeof followTheme>[1] = { themeSource: 'system' }
    const undo = followTheme(preferences, theme)
    expect(theme.themeSource).toBe('dark')
    for (const [wish, source] of [
      ['light', 'light'],
      ['contrast', 'system'],
      ['dark', 'dark'],
      ['system', 'system'],
    ] as const) {
      await preferences.change({ theme: wish })
      expect(theme.themeSource).toBe(source)
    }
    undo()
    await preferences.change({ theme: 'dark' })
    expect(theme.themeSource).toBe('system')
  })
})

describe('that a closed window goes on in the tray', () => {
  it('is told once, over restarts too', async () => {
    const settings = new MemorySettings()
    const told: string[] = []
    explainOnce(keep(settings), () => told.push('first run'))()
    explainOnce(keep(settings), () => told.push('second run'))()
    expect(told).toEqual(['first run'])
  })
})
