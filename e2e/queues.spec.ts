import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support/test.ts'
import { goBusy } from './support/window.ts'

/* The view of queues on the real desk: figures, a call moved by pointer and back, two clicks from the desk. */

const card = (page: Page, queue: string): Locator =>
  page
    .getByRole('region', { name: 'My queues' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: queue, exact: true }) })
const receipts = (page: Page): Locator => page.getByRole('region', { name: 'Recent transfers' })

async function drag(page: Page, row: Locator, target: Locator): Promise<void> {
  await row.getByText('13800000001').hover()
  await page.mouse.down()
  await target.hover()
  await page.mouse.up()
}

test('a call is moved by pointer, and back', async ({ desk: { page }, gateway }) => {
  await gateway.quiet()
  await goBusy(page)
  const callId = await gateway.addCall(1)
  await page.getByRole('tab', { name: 'Queues' }).click()
  await expect(card(page, 'Billing')).toContainText(/1\s*Waiting/)
  const row = page.getByRole('row').filter({
    has: page.getByRole('button', { name: `Transfer call ${callId}` }),
  })
  await drag(page, row, card(page, 'Technical support'))
  await expect(receipts(page)).toContainText('Seen waiting in Technical support.')
  await receipts(page).getByRole('button', { name: 'Move back to Billing' }).click()
  await expect(receipts(page)).toContainText('Seen waiting in Billing.')
  expect(await gateway.lines('assignuserinqueue')).toHaveLength(2)
})

test('from the desk a transfer takes two clicks', async ({ desk: { page }, gateway }) => {
  await gateway.quiet()
  await goBusy(page)
  const callId = await gateway.addCall(1)
  await page.getByRole('button', { name: 'Transfer longest waiting call' }).click()
  await page.getByRole('menuitem', { name: 'Sales' }).click()
  await page.getByRole('tab', { name: 'Queues' }).click()
  await expect(receipts(page)).toContainText(callId)
  await expect(receipts(page)).toContainText('Moved')
})
