import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MemorySettings } from '../agent/testing/desk-fixture.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { PreferencesKeeper } from '../preferences/preferences.ts'
import { autostartFile } from './autostart-file.ts'
import { chooseLoginItem, type LoginSurroundings } from './choose-login-item.ts'
import type { LoginItem } from './login-item.ts'
import { LoginKeeper } from './login-keeper.ts'
import { systemLoginItem } from './system-login-item.ts'

function keep(item: LoginItem | 'not-installed') {
  const { log, entries } = createRecordingLogger()
  const preferences = new PreferencesKeeper({ settings: new MemorySettings(), fromCommandLine: {}, log })
  const keeper = new LoginKeeper({ item, preferences, log })
  keeper.start()
  return { keeper, preferences, entries }
}

describe('a start with the computer', () => {
  it('is not offered where there is nothing installed to start', async () => {
    const { keeper, preferences } = keep('not-installed')
    await preferences.change({ startsAtLogin: true })
    expect(await keeper.view()).toEqual({ isOffered: false, reason: 'not-installed' })
  })

  it('that the system refuses is told', async () => {
    const refuse = async (): Promise<never> => {
      throw new Error('EACCES')
    }
    const { keeper, preferences, entries } = keep({ isOn: async () => false, set: refuse })
    await preferences.change({ startsAtLogin: true })
    expect(await keeper.view()).toEqual({ isOffered: true, isOn: false, hasFailed: true })
    expect(entries).toMatchObject([{ level: 'warn' }])
  })

  it('is what the system says, whatever was preferred', async () => {
    const asked: boolean[] = []
    const { keeper, preferences } = keep({
      isOn: async () => false,
      set: async (isOn) => void asked.push(isOn),
    })
    await preferences.change({ startsAtLogin: true })
    await preferences.change({ theme: 'dark' })
    expect(await keeper.view()).toEqual({ isOffered: true, isOn: false, hasFailed: false })
    expect(asked).toEqual([true])
  })
})

describe('on Windows and macOS', () => {
  it('an entry that a person has switched off counts as off', async () => {
    const item = systemLoginItem({
      getLoginItemSettings: () => ({
        openAtLogin: true,
        wasOpenedAtLogin: false,
        status: 'enabled',
        executableWillLaunchAtLogin: false,
        launchItems: [{ name: 'Deskside', path: 'd.exe', args: [], scope: 'user', enabled: false }],
      }),
      setLoginItemSettings: () => undefined,
    })
    expect(await item.isOn()).toBe(false)
  })
})

describe('the autostart folder of Linux', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskside-login-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const path = (): string => join(folder, 'autostart', 'deskside.desktop')

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('an entry with %s is off', async (line) => {
    await mkdir(join(folder, 'autostart'))
    await writeFile(path(), `[Desktop Entry]\n${line}\n`)
    expect(await autostartFile(folder, '/opt/deskside').isOn()).toBe(false)
  })

  it('on and off leave nothing behind', async () => {
    const item = autostartFile(folder, '/opt/deskside')
    expect(await item.isOn()).toBe(false)
    await item.set(false)
    await item.set(true)
    expect(await item.isOn()).toBe(true)
    await item.set(false)
    expect(await item.isOn()).toBe(false)
  })

  it('the entry starts the very program, in the tray', async () => {
    await autostartFile(folder, '/opt/My "100 %" $HOME/deskside').set(true)
    const text = await readFile(path(), 'utf8')
    expect(text).toContain(String.raw`Exec="/opt/My \\"100 %%\\" \\$HOME/deskside" "--hidden"`)
  })
})

describe('what a system offers', () => {
  const surroundings = (change: Partial<LoginSurroundings>, isPackaged = true): LoginSurroundings => ({
    app: { isPackaged, getPath: () => '/home/ada' } as unknown as LoginSurroundings['app'],
    platform: 'linux',
    env: {},
    program: '/opt/deskside',
    ...change,
  })

  it.each([
    ['a development program', surroundings({ platform: 'win32' }, false), 'not-installed'],
    ['a system nobody knows', surroundings({ platform: 'freebsd' }), 'not-on-this-system'],
  ])('%s: nothing', (_, given, answer) => {
    expect(chooseLoginItem(given)).toBe(answer)
  })

  it.each(['linux', 'win32', 'darwin'] as const)('%s: a start', (platform) => {
    expect(chooseLoginItem(surroundings({ platform }))).toBeTypeOf('object')
  })
})
