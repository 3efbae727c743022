import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findBrowser, missingWindow } from './find-browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'find-browser-'))
afterAll(() => rmSync(folder, { recursive: true }))

function program(path: string, mode = 0o755): string {
  const file = join(folder, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, '')
  chmodSync(file, mode)
  return file
}

describe('CHROME_PATH', () => {
  it('is refused when it names no program', async () => {
    await expect(findBrowser({ CHROME_PATH: join(folder, 'nothing') })).rejects.toThrow('CHROME_PATH')
    await expect(findBrowser({ CHROME_PATH: program('plain-file', 0o644) })).rejects.toThrow('CHROME_PATH')
  })
  it('wins over what is installed', async () => {
    const executablePath = program('mine/browser')
    program('path/chromium')
    const found = await findBrowser({ CHROME_PATH: executablePath, PATH: join(folder, 'path') })
    expect(found).toMatchObject({ executablePath, source: 'CHROME_PATH' })
  })
})

it('takes an installed browser from PATH', async () => {
  const executablePath = program('installed/google-chrome')
  const found = await findBrowser({ CHROME_PATH: '', PATH: `/nowhere:${join(folder, 'installed')}` })
  expect(found).toMatchObject({ executablePath, source: 'installed' })
})

it('never brings switches that weaken the browser', async () => {
  const { args } = await findBrowser({ PATH: join(folder, 'installed') })
  expect(args.filter((arg) => arg !== '--no-sandbox')).toStrictEqual([])
})

describe('a window that cannot be shown', () => {
  const command = { executablePath: 'browser', args: [] }

  it.each([
    ['bundled', false, /CHROME_PATH/],
    ['bundled', true, null],
    ['installed', false, null],
    ['CHROME_PATH', false, null],
  ] as const)('%s, headless %s: %s', (source, headless, told) => {
    const problem = missingWindow({ ...command, source }, headless)
    if (told === null) expect(problem).toBeNull()
    else expect(problem).toMatch(told)
  })
})
