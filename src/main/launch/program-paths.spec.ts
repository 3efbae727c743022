import { access } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { programPaths } from './program-paths.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const onPlatform = (platform: NodeJS.Platform) => programPaths(join(root, 'out', 'main'), root, platform)

it.each([
  ['win32', 'icon.ico'],
  ['linux', 'icon.png'],
  ['darwin', 'icon.png'],
] as const)('the icon of windows on %s is %s, and is there', async (platform, file) => {
  const { appIcon } = onPlatform(platform)
  expect(basename(appIcon)).toBe(file)
  await expect(access(appIcon)).resolves.toBeUndefined()
})

it('what is built lies beside the main process, what is not below the app', () => {
  expect(onPlatform('linux')).toMatchObject({
    preload: join(root, 'out', 'preload', 'index.cjs'),
    renderer: join(root, 'out', 'renderer'),
    demoProcess: join(root, 'out', 'main', 'demo-gateway.js'),
    resources: join(root, 'resources'),
  })
})
