import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from './default-settings.ts'
import { migrateSettings, toFileContent } from './migrations.ts'

async function fixture(name: string): Promise<Record<string, unknown>> {
  const text = await readFile(join(import.meta.dirname, 'fixtures', name), 'utf8')
  return JSON.parse(text) as Record<string, unknown>
}

describe('files that are refused', () => {
  it.each([
    ['null', null],
    ['a list', []],
    ['a text', 'settings'],
    ['no version', {}],
    ['a version that is no number', { version: '2' }],
    ['a version below the first', { version: 0 }],
    ['half a version', { version: 1.5 }],
    ['a version without content', { version: 3 }],
  ])('%s is damaged', (_name, content) => {
    expect(migrateSettings(content)).toEqual({ ok: false, error: 'damaged' })
  })

  it('a file of a later Deskside is not touched', () => {
    expect(migrateSettings({ ...toFileContent(defaultSettings), version: 5 })).toEqual({
      ok: false,
      error: 'newer-version',
    })
  })

  it.each([
    ['plain http to another machine', { gatewayAddress: 'http://gateway.example' }],
    ['credentials in the address', { gatewayAddress: 'https://a:b@gateway.example' }],
    ['another scheme', { managementAddress: 'file:///etc/passwd' }],
    ['an agent ID out of range', { agentId: '7' }],
    ['letters in the phone number', { phone: 'call me' }],
    ['a switch that is no boolean', { isAlwaysOffHook: 1 }],
    [
      'an empty list of chosen skills',
      {
        wishes: { ...defaultSettings.wishes, skills: { mode: 'chosen', skillIds: [] } },
      },
    ],
  ])('%s is damaged', (_name, change) => {
    expect(migrateSettings({ ...toFileContent(defaultSettings), ...change })).toEqual({
      ok: false,
      error: 'damaged',
    })
  })
})

describe('files of every version', () => {
  it('version 1 gets the management service of the gateway', async () => {
    expect(migrateSettings(await fixture('settings-v1.json'))).toEqual({
      ok: true,
      value: {
        settings: {
          gatewayAddress: 'https://gateway.example:8043',
          managementAddress: '',
          caFile: '/etc/deskside/ca.pem',
          agentId: '1204',
          phone: '81204',
          isAlwaysOffHook: false,
          wishes: { autoIdle: false, isLinked: true, skills: { mode: 'chosen', skillIds: [1, 3] } },
          preferences: {},
          windowPlaces: {},
        },
        droppedPreferences: [],
      },
    })
  })

  it('version 1 with a damaged field is refused, not half migrated', async () => {
    const content = { ...(await fixture('settings-v1.json')), wishes: { autoIdle: false } }
    expect(migrateSettings(content)).toEqual({ ok: false, error: 'damaged' })
  })

  it('version 2 loses the keys nobody knows', async () => {
    const result = migrateSettings(await fixture('settings-v2.json'))
    expect(result).toEqual({
      ok: true,
      value: {
        settings: {
          gatewayAddress: 'https://gateway.example:8043',
          managementAddress: 'https://management.example',
          caFile: '',
          agentId: '101',
          phone: '8101',
          isAlwaysOffHook: true,
          wishes: { autoIdle: true, isLinked: false, skills: { mode: 'none' } },
          preferences: {},
          windowPlaces: {},
        },
        droppedPreferences: [],
      },
    })
  })

  it('version 3 keeps its preferences, and has no places yet', async () => {
    expect(migrateSettings(await fixture('settings-v3.json'))).toMatchObject({
      ok: true,
      value: {
        settings: { agentId: '101', preferences: { theme: 'dark' }, windowPlaces: {} },
        droppedPreferences: [],
      },
    })
  })

  it('what is written is what is read', () => {
    expect(migrateSettings(toFileContent(defaultSettings))).toEqual({
      ok: true,
      value: { settings: defaultSettings, droppedPreferences: [] },
    })
  })
})

describe('preferences in a file', () => {
  it('each stands by itself: bad and unknown ones are named, the others hold', () => {
    const content = {
      ...toFileContent(defaultSettings),
      preferences: {
        theme: 'dark',
        textSize: 110,
        guardMs: -1,
        wallpaper: 'cats',
        quietHours: { isOn: true, from: '22:00', to: '24:00' },
      },
    }
    expect(migrateSettings(content)).toMatchObject({
      ok: true,
      value: {
        settings: { preferences: { theme: 'dark' } },
        droppedPreferences: ['textSize', 'guardMs', 'wallpaper', 'quietHours'],
      },
    })
  })

  it('that are no record at all damage the file', () => {
    expect(migrateSettings({ ...toFileContent(defaultSettings), preferences: 'dark' })).toEqual({
      ok: false,
      error: 'damaged',
    })
  })
})

describe('places of the window in a file', () => {
  const full = { x: -40, y: 10, width: 420, height: 720, isMaximized: false }
  const withPlaces = (windowPlaces: unknown) =>
    migrateSettings({ ...toFileContent(defaultSettings), windowPlaces })

  it.each<[string, unknown]>([
    ['no record', 'left'],
    ['half a place', { desk: { full: { x: 1, y: 2 }, mini: null } }],
    ['half a pixel', { desk: { full: { ...full, x: 0.5 }, mini: null } }],
    ['a size of nothing', { desk: { full: { ...full, width: 0 }, mini: null } }],
    ['a place beyond every desk', { desk: { full: { ...full, x: 1e9 }, mini: null } }],
    [
      'more than anybody has',
      Object.fromEntries(Array.from({ length: 101 }, (_, i) => [i, { full, mini: null }])),
    ],
  ])('%s costs only the places', (_, windowPlaces) => {
    expect(withPlaces(windowPlaces)).toEqual({
      ok: true,
      value: { settings: defaultSettings, droppedPreferences: [] },
    })
  })

  it('are read as they were written', () => {
    const windowPlaces = { '1920x1080@1+0+0': { full, mini: { x: 1, y: 2, width: 360, height: 96 } } }
    expect(withPlaces(windowPlaces)).toMatchObject({ ok: true, value: { settings: { windowPlaces } } })
  })
})
