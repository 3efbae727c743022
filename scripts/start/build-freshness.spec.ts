import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isBuildFresh } from './build-freshness.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'deskside-build-'))
  for (const path of ['src/main/index.ts', 'simulator/main.ts', 'package.json', 'electron.vite.config.ts']) {
    await put(path, 100)
  }
  for (const path of [
    'out/main/index.js',
    'out/main/demo-gateway.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
  ]) {
    await put(path, 200)
  }
})
afterEach(async () => {
  await rm(root, { recursive: true, force: true })
})

async function put(path: string, seconds: number): Promise<void> {
  const file = join(root, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, '')
  await utimes(file, seconds, seconds)
}

describe('a build', () => {
  it.each([
    'out/main/index.js',
    'out/main/demo-gateway.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
  ])('without %s is not used', async (path) => {
    await rm(join(root, path))
    expect(await isBuildFresh(root)).toBe(false)
  })

  it.each(['src/main/deep/er/new.ts', 'simulator/main.ts', 'package.json', 'electron.vite.config.ts'])(
    'older than %s is not used',
    async (path) => {
      await put(path, 300)
      expect(await isBuildFresh(root)).toBe(false)
    },
  )

  it('is as old as its oldest part', async () => {
    await put('out/preload/index.cjs', 50)
    expect(await isBuildFresh(root)).toBe(false)
  })

  it('newer than its sources is used; specs do not count', async () => {
    await put('src/main/index.spec.ts', 300)
    expect(await isBuildFresh(root)).toBe(true)
  })
})
