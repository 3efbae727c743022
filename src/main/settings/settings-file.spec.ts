import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultSettings } from './default-settings.ts'
import { createElectronStoreWriter } from './electron-store-writer.ts'
import { openSettings } from './settings-file.ts'

// electron-store imports `electron`, whose npm package looks for its program at import time and tries to download it.
// With this variable it only computes a path: the store itself then works in plain Node with an absolute folder.
vi.hoisted(() => vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere'))

const now = (): number => Date.UTC(2026, 10, 21, 8, 30, 5, 7)

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'deskside-settings-'))
})
afterEach(async () => {
  await rm(directory, { recursive: true, force: true })
})

const open = () => openSettings({ directory, now, createWriter: createElectronStoreWriter })
const file = () => join(directory, 'settings.json')

describe('a file that cannot be used', () => {
  it.each([
    ['no JSON at all', '{"version":2,', 'damaged'],
    ['an empty file', '', 'damaged'],
    ['wrong types', '{"version":2,"gatewayAddress":7}', 'damaged'],
    ['a later version', '{"version":99}', 'newer-version'],
  ])('%s is kept aside and reported', async (_name, text, problem) => {
    await writeFile(file(), text)
    const { store, damaged } = await open()
    const keptAs = join(directory, 'settings.damaged-2026-11-21T08-30-05.007Z.json')
    expect(damaged).toEqual({ problem, keptAs })
    expect(store.current).toEqual(defaultSettings)
    expect(await readFile(keptAs, 'utf8')).toBe(text)
    await store.update({ agentId: '101' })
    expect((await open()).store.current).toEqual({ ...defaultSettings, agentId: '101' })
  })

  it('rejects when the file is there and cannot be read', async () => {
    await mkdir(file())
    await expect(open()).rejects.toThrow('EISDIR')
  })
})

it('a file of which only a preference is bad is copied aside, and the rest of it holds', async () => {
  const text = JSON.stringify({
    ...defaultSettings,
    agentId: '104',
    version: 3,
    preferences: { theme: 'pink' },
  })
  await writeFile(file(), text)
  const { store, damaged } = await open()
  const keptAs = join(directory, 'settings.damaged-2026-11-21T08-30-05.007Z.json')
  expect(damaged).toEqual({ problem: 'damaged', keptAs })
  expect(store.current).toEqual({ ...defaultSettings, agentId: '104' })
  expect([await readFile(keptAs, 'utf8'), await readFile(file(), 'utf8')]).toEqual([text, text])
})

describe('a failed write', () => {
  it('rejects, and the old value stays in force', async () => {
    const { store } = await openSettings({
      directory,
      now,
      createWriter: () => ({
        write: () => {
          throw new Error('disk full')
        },
      }),
    })
    await expect(store.update({ agentId: '102' })).rejects.toThrow('disk full')
    expect(store.current).toEqual(defaultSettings)
  })
})

describe('a good file', () => {
  it('is not written before something changes', async () => {
    const { store, damaged } = await open()
    expect(damaged).toBeNull()
    expect(store.current).toEqual(defaultSettings)
    expect(await readdir(directory)).toEqual([])
  })

  it('of version 1 is read, and written back as the present version', async () => {
    await writeFile(file(), await readFile(join(import.meta.dirname, 'fixtures', 'settings-v1.json')))
    const { store } = await open()
    expect(store.current.agentId).toBe('1204')
    await store.update({ phone: '8999' })
    const written = JSON.parse(await readFile(file(), 'utf8')) as unknown
    expect(written).toEqual({ version: 4, ...store.current })
    expect(store.current.phone).toBe('8999')
  })

  it.skipIf(process.platform === 'win32')('can be read by its owner only', async () => {
    const { store } = await open()
    await store.update({ agentId: '101' })
    expect((await stat(file())).mode & 0o077).toBe(0)
  })
})
