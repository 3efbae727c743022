import { mkdir, rename, rm, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { hasControlPort, needsControlPort } from './support/host.ts'
import { expect, test } from './support/test.ts'

/* The settings sheet on the built app: what is chosen holds at once, everywhere, and after a restart. */

async function open(page: Page, section: string): Promise<Locator> {
  await page.keyboard.press('Control+,')
  const sheet = page.getByRole('dialog', { name: 'Settings' })
  await sheet.getByRole('tab', { name: section, exact: true }).click()
  return sheet
}
const row = (sheet: Locator, name: string) => sheet.getByRole('group', { name, exact: true })

test('a language reaches window and tray at once', async ({ app }) => {
  test.skip(!hasControlPort, needsControlPort)
  const { page } = app
  const labels = async () => (await app.tray()).map(({ label }) => label)
  expect(await labels()).toContain('Open Deskside')
  const sheet = await open(page, 'General')
  for (const [field, name, lang, title, entry] of [
    ['Language', 'Español', 'es', 'Ajustes', 'Abrir Deskside'],
    ['Idioma', '简体中文', 'zh-CN', '设置', '打开 Deskside'],
  ] as const) {
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: field }).click()
    await page.getByRole('option', { name }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    await expect(page.getByRole('dialog', { name: title })).toBeVisible()
    await expect.poll(labels).toContain(entry)
  }
  await expect(sheet).toHaveCount(0)
})

test('colours and size of text hold at once and after a restart; where from, and back', async ({
  launch,
}) => {
  const first = await launch()
  const html = first.page.locator('html')
  const sheet = await open(first.page, 'Appearance')
  const colours = row(sheet, 'Colours')
  await expect(colours).toContainText('Default')
  await colours.getByRole('radio', { name: 'Dark' }).click()
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await expect(colours).toContainText('Set by you')
  const sizeOf = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
  const before = await sizeOf(first.page)
  await row(sheet, 'Text size').getByRole('radio', { name: '150' }).click()
  await expect.poll(() => sizeOf(first.page)).not.toBe(before)
  const larger = await sizeOf(first.page)
  await first.stop()

  const { page } = await launch()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect.poll(() => sizeOf(page)).toBe(larger)
  const again = await open(page, 'Appearance')
  await again.getByRole('button', { name: 'Reset: Text size' }).click()
  await expect.poll(() => sizeOf(page)).toBe(before)
  await expect(row(again, 'Text size')).toContainText('Default')
  await expect(row(again, 'Colours')).toContainText('Set by you')
})

test('the search finds by a word and jumps to the row', async ({ app }) => {
  const { page } = app
  const sheet = await open(page, 'General')
  const search = sheet.getByRole('searchbox', { name: 'Search settings' })
  await search.fill('nothing like that')
  await expect(sheet).toContainText('No setting matches')
  await search.fill('contrast')
  await sheet
    .getByRole('list', { name: 'Settings found' })
    .getByRole('button', { name: /Colours/ })
    .click()
  await expect(sheet.getByRole('tab', { name: 'Appearance' })).toHaveAttribute('aria-selected', 'true')
  await expect(row(sheet, 'Colours')).toBeFocused()
})

test('what the disk does not take is not shown as set', async ({ app, profile }) => {
  const { page } = app
  const sheet = await open(page, 'General')
  // A folder in its place: whoever writes the file cannot.
  const file = join(profile, 'settings.json')
  await rename(file, `${file}.aside`).catch(() => undefined)
  await mkdir(join(file, 'in-the-way'), { recursive: true })
  const tray = row(sheet, 'Start in the tray')
  await tray.getByRole('switch').click()
  await expect(tray.getByRole('alert')).toContainText('This was not saved')
  await expect(tray.getByRole('switch')).toHaveAttribute('aria-checked', 'false')
  await expect(tray).toContainText('Default')

  await rm(file, { recursive: true })
  await tray.getByRole('switch').click()
  await expect(tray.getByRole('switch')).toHaveAttribute('aria-checked', 'true')
  await expect(tray.getByRole('alert')).toHaveCount(0)
  expect(await readFile(file, 'utf8')).toContain('startsHidden')
})
