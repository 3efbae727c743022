import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

/* What the build must not put into the program. It is read as it is: nothing is started. */

const out = join(import.meta.dirname, '..', 'out')
const filesOf = async (folder: string): Promise<readonly string[]> =>
  (await readdir(join(out, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

test('no source maps', async () => {
  const files = (await Promise.all(['main', 'preload', 'renderer'].map(filesOf))).flat()
  expect(files.length).toBeGreaterThan(3)
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
  for (const file of files.filter((name) => /\.(?:c?js|css)$/.test(name)))
    expect(await readFile(file, 'utf8'), file).not.toMatch(/sourceMappingURL=/)
})

test('the preload is one small file that needs Electron alone, without schemas', async () => {
  expect(await readdir(join(out, 'preload'))).toEqual(['index.cjs'])
  const text = await readFile(join(out, 'preload', 'index.cjs'), 'utf8')
  expect([...text.matchAll(/require\((.*?)\)/g)].map(([, name]) => name)).toEqual(['"electron"'])
  expect(text.length).toBeLessThan(8_000)
})

test('the page needs no code made at run time, which its policy forbids', async () => {
  const scripts = (await filesOf('renderer')).filter((file) => file.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(0)
  for (const file of scripts)
    expect(await readFile(file, 'utf8'), file).not.toMatch(/\bnew Function\(|\beval\(/)
})

test('the main process has no door for tests: control interfaces belong to host and simulator', async () => {
  const program = await readFile(join(out, 'main', 'index.js'), 'utf8')
  for (const door of ['/tray/click', 'addFault', '/faults', 'force-state'])
    expect(program).not.toContain(door)
})
