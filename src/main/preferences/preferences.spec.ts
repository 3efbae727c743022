import { describe, expect, it } from 'vitest'
import type { Preferences } from '../../shared/preferences/preference-schemas.ts'
import { defaultPreferences } from '../../shared/preferences/default-preferences.ts'
import { MemorySettings } from '../agent/testing/desk-fixture.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import type { SettingsStore } from '../settings/settings.ts'
import { PreferencesKeeper } from './preferences.ts'

function setUp(fromCommandLine: Partial<Preferences> = {}, settings: SettingsStore = new MemorySettings()) {
  const { log, entries } = createRecordingLogger()
  const preferences = new PreferencesKeeper({ settings, fromCommandLine, log })
  const told: number[] = []
  preferences.subscribe(({ revision }) => told.push(revision))
  return { preferences, settings, entries, told }
}

it('what cannot be saved does not hold, and the reason is logged', async () => {
  const settings = new MemorySettings()
  settings.isFailing = true
  const { preferences, entries, told } = setUp({}, settings)
  expect(await preferences.change({ theme: 'dark' })).toEqual({
    ok: false,
    error: { code: 'storage-failed' },
  })
  expect(preferences.get('theme')).toBe('system')
  expect(told).toEqual([])
  expect(entries).toHaveLength(1)
})

it('keys without a value change nothing', async () => {
  const { preferences, settings } = setUp()
  await preferences.change({ theme: undefined, guardMs: 0 })
  expect(settings.current.preferences).toEqual({ guardMs: 0 })
})

describe('who decides a value', () => {
  const source = (preferences: PreferencesKeeper) => [
    preferences.get('language'),
    preferences.snapshot.sources.language,
  ]

  it('the program, then the person, then the command line of this run', async () => {
    const { preferences, settings, told } = setUp()
    expect(source(preferences)).toEqual([defaultPreferences.language, 'default'])
    await preferences.change({ language: 'es' })
    expect(source(preferences)).toEqual(['es', 'yours'])
    expect(source(setUp({ language: 'zh-CN' }, settings).preferences)).toEqual(['zh-CN', 'command-line'])
    expect(told).toEqual([1])
  })

  it('what is chosen by hand ends what the command line said; of that nothing is saved', async () => {
    const { preferences, settings } = setUp({ language: 'zh-CN', theme: 'dark' })
    await preferences.change({ language: 'en' })
    expect(source(preferences)).toEqual(['en', 'yours'])
    expect(preferences.snapshot.sources.theme).toBe('command-line')
    expect(settings.current.preferences).toEqual({ language: 'en' })
  })

  it('what is given back follows the program again', async () => {
    const { preferences, settings } = setUp({ theme: 'dark' })
    await preferences.change({ language: 'en', guardMs: 0 })
    await preferences.reset(['language', 'theme'])
    expect(source(preferences)).toEqual(['system', 'default'])
    expect(preferences.get('theme')).toBe('system')
    expect(settings.current.preferences).toEqual({ guardMs: 0 })
  })
})
