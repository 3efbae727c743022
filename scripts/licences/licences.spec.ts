import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { closureOf, collectLicences } from './collect-licences.ts'

const root = join(import.meta.dirname, '..', '..')

const entry = (dependencies: Record<string, string> = {}) => ({ version: '1', license: 'MIT', dependencies })

describe('packages of a closure', () => {
  it('are found where Node finds them: the nearest first', () => {
    const packages = {
      'node_modules/a': entry({ b: '1', c: '1' }),
      'node_modules/a/node_modules/b': entry({ c: '1' }),
      'node_modules/b': entry({ d: '1' }),
      'node_modules/c': entry({ a: '1', gone: '1' }),
      'node_modules/d': entry(),
    }
    expect(closureOf(packages, ['a', 'absent'])).toEqual([
      'node_modules/a',
      'node_modules/a/node_modules/b',
      'node_modules/c',
    ])
  })
})

describe('licences of the product', () => {
  it('name every package that window, preload and main import', async () => {
    const { packages } = await collectLicences(root)
    const known = new Set(packages.map(({ name }) => name))
    const missing = new Set<string>()
    for (const folder of ['src/renderer/src', 'src/main', 'src/preload', 'src/shared', 'simulator']) {
      for (const name of await readdir(join(root, folder), { recursive: true })) {
        if (!/\.(?:ts|vue)$/.test(name) || /\.spec\.ts$|(?:^|[\\/])testing[\\/]/.test(name)) continue
        const text = await readFile(join(root, folder, name), 'utf8')
        for (const [, source = ''] of text.matchAll(/^(?:import|export)[^'"]*from '([^'.][^']*)'/gm)) {
          const [first = '', second = ''] = source.split('/')
          const wanted = source.startsWith('@') ? `${first}/${second}` : first
          if (/^(?:node:|virtual:|electron$)/.test(source) || wanted === 'vitest') continue
          if (!known.has(wanted)) missing.add(wanted)
        }
      }
    }
    expect([...missing]).toEqual([])
  })

  it('have a licence each, and nearly all of them its text', async () => {
    const { packages, texts } = await collectLicences(root)
    expect(packages.filter(({ licence }) => licence === '')).toEqual([])
    expect(packages.filter(({ text }) => text === null).length).toBeLessThan(packages.length / 5)
    expect(texts.every((text) => text.length > 100)).toBe(true)
  })
})
