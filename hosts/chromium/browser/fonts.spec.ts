import { open, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { browserEnvironment, fontConfig, prepareFonts } from './fonts.ts'

describe('the configuration', () => {
  it('of the own fonts knows no font of the machine', () => {
    const config = fontConfig('/somewhere', 'own')
    expect(config.match(/<dir>.*<\/dir>/g)).toStrictEqual(['<dir>/somewhere/files</dir>'])
    expect(config).not.toContain('<include')
  })
  it('beside the fonts of the machine leaves their drawing alone', () => {
    const config = fontConfig('/somewhere', 'with-system')
    expect(config).toContain('/etc/fonts/fonts.conf</include>')
    expect(config).not.toContain('hinting')
  })
  it('survives a folder with signs of XML in its name', () => {
    expect(fontConfig('/R&D/<x', 'own')).toContain('<dir>/R&amp;D/&lt;x/files</dir>')
  })
})

describe('the environment of a browser', () => {
  const command = { executablePath: '/browser', args: [] }
  it('is left alone where somebody chose fonts, or a browser with fonts around it', async () => {
    const chosen = { FONTCONFIG_FILE: '/mine.conf' }
    expect(await browserEnvironment({ ...command, source: 'bundled' }, chosen)).toBe(chosen)
    const none = {}
    expect(await browserEnvironment({ ...command, source: 'installed' }, none)).toBe(none)
    expect(await browserEnvironment({ ...command, source: 'CHROME_PATH' }, none)).toBe(none)
  })
  it('gives the bundled browser the fonts of the machine and ours', async () => {
    const env = await browserEnvironment({ ...command, source: 'bundled' }, { PATH: '/bin' })
    expect(env).toStrictEqual({ PATH: '/bin', FONTCONFIG_FILE: await prepareFonts('with-system') })
  })
})

it('gives two that ask at once the same fonts, in a form that fontconfig reads', async () => {
  const [config, same] = await Promise.all([prepareFonts('own'), prepareFonts('own')])
  expect(same).toBe(config)
  const folder = join(dirname(config), 'files')
  expect(await readFile(config, 'utf8')).toMatch(/<dir>.*files<\/dir>/)
  const files = await readdir(folder)
  expect(files).toContain('noto-sans-latin-wght-normal.ttf')
  expect(files.filter((name) => name.startsWith('noto-sans-sc-')).length).toBeGreaterThan(90)
  for (const name of files) {
    const file = await open(join(folder, name))
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4)
    await file.close()
    expect(buffer.toString('hex'), name).toBe('00010000')
  }
})
