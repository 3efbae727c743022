import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { expect, test } from 'vitest'
import electronVite from '../electron.vite.config.ts'

/* The gallery is for development: nothing of it is in what the product is built from. */

async function buildRenderer(): Promise<readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]> {
  const config = await Promise.resolve(electronVite)
  if (typeof config === 'function' || config.renderer === undefined) expect.fail('no renderer configured')
  const renderer = await Promise.resolve(config.renderer)
  const result = await build({
    ...renderer,
    root: join(import.meta.dirname, '..', 'src', 'renderer'),
    configFile: false,
    logLevel: 'error',
    build: { ...renderer.build, write: false },
  })
  if (!('output' in result)) expect.fail('the build is one bundle')
  return result.output
}

test('the built window has its own page only, and no module and no style of the gallery', async () => {
  const output = await buildRenderer()
  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
  const styles = output.flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
  )
  expect(output.filter(({ fileName }) => fileName.endsWith('.html'))).toHaveLength(1)
  expect(modules.some((id) => id.endsWith('src/renderer/src/ui/AppButton.vue'))).toBe(true)
  expect(modules.filter((id) => id.includes('/gallery/'))).toEqual([])
  expect(styles).toHaveLength(1)
  expect(styles[0]).toContain('--motion-quick')
  expect(styles[0]).not.toMatch(/gallery|specimen/u)
}, 60_000)
