import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareUserData } from './user-data.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskside-profile-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('profile folder', () => {
  it('that is a file is refused', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    expect(prepareUserData(file)).toEqual({
      ok: false,
      error: '--user-data-dir: the folder cannot be used (EEXIST)',
    })
  })

  it('below a file is refused', async () => {
    await writeFile(join(folder, 'file'), '')
    expect(prepareUserData(join(folder, 'file', 'deeper'))).toMatchObject({ ok: false })
  })

  it('is made when it is missing', async () => {
    const path = join(folder, 'a', 'b')
    expect(prepareUserData(path)).toEqual({ ok: true, value: path })
    expect((await stat(path)).isDirectory()).toBe(true)
    expect(prepareUserData(path)).toEqual({ ok: true, value: path })
  })
})
