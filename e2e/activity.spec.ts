import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasControlPort, needsControlPort } from './support/host.ts'
import { answerSaveDialog } from './support/save-dialog.ts'
import { expect, test } from './support/test.ts'

/* The activity view: what was just done and through which door, narrowed at will, and what was asked of the gateway. */

test('shows what was done with its door, narrows it, and counts requests', async ({ desk, gateway }) => {
  test.skip(!hasControlPort, needsControlPort)
  const { page } = desk
  const toggle = page.getByRole('switch', { name: 'Enter idle after call' })
  await toggle.click()
  await expect(toggle).toHaveAttribute('aria-checked', 'false')
  await desk.clickTray('Phone linkage')
  await expect(page.getByRole('switch', { name: 'Phone linkage' })).toHaveAttribute('aria-checked', 'true')

  await page.getByRole('tab', { name: 'Activity' }).click()
  const list = page.getByRole('list', { name: 'Activity' })
  const lines = list.getByRole('listitem')
  await expect(lines.filter({ hasText: 'Asked' }).filter({ hasText: 'Enter idle after call' })).toContainText(
    'a click in the window',
  )
  await expect(lines.filter({ hasText: 'Asked' }).filter({ hasText: 'Phone linkage' })).toContainText(
    'the tray',
  )
  await expect(lines.last()).toContainText('Deskside started')

  await page.getByRole('combobox', { name: 'Kind' }).click()
  await page.getByRole('option', { name: 'Asked', exact: true }).click()
  await expect(lines.filter({ hasText: 'Answer' })).toHaveCount(0)
  await expect(lines.filter({ hasText: 'a click in the window' })).not.toHaveCount(0)
  await page.getByRole('searchbox', { name: 'Filter activity' }).fill('the tray')
  await expect(lines).toHaveCount(1)
  await expect(lines).toContainText('The phone is to be linked.')
  await page.getByRole('button', { name: 'Copy as text' }).click()
  await expect(page.getByRole('status', { name: 'Copy as text' })).toContainText('One line copied')

  await lines.getByRole('button').click()
  await expect(lines.getByRole('definition').filter({ hasText: /^tray$/ })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Filter activity' }).fill('')
  await page.getByRole('combobox', { name: 'Asked through' }).click()
  await page.getByRole('option', { name: 'Window', exact: true }).click()
  await expect(lines.filter({ hasText: 'the tray' })).toHaveCount(0)
  await expect(lines.filter({ hasText: 'a click in the window' })).not.toHaveCount(0)

  await page.getByRole('radio', { name: 'Connection figures' }).click()
  // The sign-in's own and the one that was clicked, on both sides.
  expect(await gateway.lines('autoenteridle')).toHaveLength(2)
  const counted = page
    .getByRole('table', { name: 'Requests by interface' })
    .getByRole('row', { name: 'State after a call' })
  await expect(counted.getByRole('cell')).toHaveText(['2', '0', '2'])
  await expect(page.getByRole('definition').filter({ hasText: /\b[1-5] of at most 5\b/ })).toBeVisible()
  await expect(page.getByText('written to disk', { exact: true })).toBeVisible()
})

test('goes on while the view is open, newest first', async ({ desk, gateway }) => {
  const { page } = desk
  await page.getByRole('tab', { name: 'Activity' }).click()
  const lines = page.getByRole('list', { name: 'Activity' }).getByRole('listitem')
  await expect(lines.last()).toContainText('Deskside started')
  await gateway.toAgent('force-state', { state: 'busy' })
  // Two events tell of it.
  const told = /A supervisor (?:did it|made you busy)\./
  const event = lines.filter({ hasText: told }).first()
  await expect(event).toContainText('Busy')
  // What was asked of the gateway because of it may stand above it; nothing from before does.
  const kinds = (await lines.allInnerTexts()).map((text) => (told.test(text) ? 'event' : text))
  const above = kinds.slice(0, kinds.indexOf('event')).filter((text) => !text.includes('Answer'))
  expect(above).toEqual([])
  expect(kinds.indexOf('event')).toBeLessThan(kinds.findIndex((text) => text.includes('Asked')))
})

test('is saved for support where the agent wants it, from the sign-in on and without secrets', async ({
  desk,
}) => {
  test.skip(!hasControlPort, needsControlPort)
  const { page, userData } = desk
  await page.getByRole('tab', { name: 'Activity' }).click()
  await page.getByRole('button', { name: 'Save for support…' }).click()
  const path = join(userData, 'support.txt')
  await answerSaveDialog(desk, path)
  await expect(page.getByRole('status', { name: 'Save for support…' })).toContainText(path)
  const text = await readFile(path, 'utf8')
  expect(text).toMatch(/^Deskside activity log for support\nVersion \d/)
  expect(text).toMatch(/asked +sign-in \(from window\): take over no/)
  expect(text).not.toContain('Deskside#101')
})
