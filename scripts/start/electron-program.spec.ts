import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { electronProgram, installElectron } from './electron-program.ts'

let root = ''
let folder = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'deskside-electron-'))
  folder = join(root, 'node_modules', 'electron')
  await mkdir(join(folder, 'dist'), { recursive: true })
})
afterEach(async () => {
  await rm(root, { recursive: true, force: true })
})

describe('without a program', () => {
  it('there is none', async () => {
    expect(await electronProgram(root, {})).toBeNull()
  })

  it('an empty variable names none', async () => {
    expect(await electronProgram(root, { ELECTRON_EXEC_PATH: '' })).toBeNull()
  })

  it('a path that leads nowhere is none', async () => {
    await writeFile(join(folder, 'path.txt'), 'electron')
    expect(await electronProgram(root, {})).toBeNull()
  })

  it.each([
    ['fails', 'process.exit(1)'],
    ['says nothing and brings nothing', ''],
  ])('an installer that %s brings none', async (_name, code) => {
    await writeFile(join(folder, 'install.js'), code)
    expect(await installElectron(root)).toBeNull()
  })
})

describe('with a program', () => {
  it('of one’s own, that one is taken', async () => {
    expect(await electronProgram(root, { ELECTRON_EXEC_PATH: '/opt/electron' })).toBe('/opt/electron')
  })

  it('the installer brings it', async () => {
    await writeFile(
      join(folder, 'install.js'),
      `const fs = require('fs'); fs.writeFileSync(__dirname + '/path.txt', 'electron\\n');
       fs.writeFileSync(__dirname + '/dist/electron', '', { mode: 0o755 })`,
    )
    expect(await installElectron(root)).toBe(join(folder, 'dist', 'electron'))
    expect(await electronProgram(root, {})).toBe(join(folder, 'dist', 'electron'))
  })
})
