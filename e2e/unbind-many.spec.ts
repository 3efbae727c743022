import type { Locator, Page } from '@playwright/test'
import { managementRequests } from './support/session-requests.ts'
import { openBindings } from './support/supervisor-page.ts'
import { expect, test } from './support/test.ts'

/* Many accounts go in several requests: with a result for each of them, a stop between two, and a way back. */

// As many agents as bind 40 of them to Premium.
test.use({ gatewayOptions: ['--agents', '80'] })

const releases = '**/releaseAgentBySkillId'
const boxes = (page: Page): Locator => page.getByRole('checkbox', { name: /^agent\d+$/ })
const receipts = (page: Page): Locator => page.getByRole('region', { name: 'Unbindings' })

/** Everything that the rows say, weights included. */
async function rowsOf(page: Page): Promise<readonly string[]> {
  const rows = page.getByRole('grid', { name: 'Bound accounts' }).getByRole('row')
  return (await rows.allInnerTexts()).slice(1).map((text) => text.replaceAll(/\s+/g, ' '))
}

/** Selects the first 30 accounts by keyboard, as far as the question. */
async function chooseThirty(page: Page): Promise<Locator> {
  await boxes(page).first().focus()
  await page.keyboard.press('Space')
  for (let count = 1; count < 30; count += 1) await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('30 selected').first()).toBeVisible()
  await page.getByRole('button', { name: 'Unbind selected' }).click()
  return page.getByRole('dialog', { name: 'Confirm unbinding' })
}

test('30 of 40: progress, one refused and named, and all 30 again with their weights', async ({
  desk,
  gateway,
}) => {
  const { page } = desk
  await openBindings(page, 'Premium')
  await expect(boxes(page)).toHaveCount(40)
  // Who is online is read apart from the bindings, and may come after them.
  await expect(page.getByText('not known')).toHaveCount(0)
  const before = await rowsOf(page)
  const dialog = await chooseThirty(page)
  await expect(dialog.getByRole('row', { name: /^Now 40/ })).toBeVisible()
  await expect(dialog.getByRole('row', { name: /^Taken off 30/ })).toBeVisible()
  // The second request is refused as a whole, and of its ten accounts the third.
  await gateway.addFault({ match: { path: releases, nth: 2 }, action: { type: 'status', status: 500 } })
  await gateway.addFault({ match: { path: releases, nth: 4 }, action: { type: 'status', status: 500 } })
  await gateway.addFault({ match: { path: releases, nth: 4 }, action: { type: 'hold' } })
  await dialog.getByRole('button', { name: 'Unbind', exact: true }).click()

  const progress = dialog.getByRole('progressbar', { name: 'Unbinding…' })
  await expect(progress).toHaveAttribute('aria-valuetext', '23 of 30')
  await gateway.clearFaults()
  await expect(dialog).toBeHidden()

  await expect(receipts(page)).toContainText('Unbound in part')
  await expect(receipts(page)).toContainText('29 unbound · 1 refused')
  await expect(boxes(page)).toHaveCount(11)
  const sent = (await managementRequests(gateway, 'releaseAgentBySkillId')).map(
    ({ body }) => (body as { readonly userAccounts: readonly string[] }).userAccounts,
  )
  expect(sent.map(({ length }) => length)).toEqual([20, 10, ...Array.from({ length: 10 }, () => 1)])
  const [refused = ''] = sent[4] ?? []
  await expect(receipts(page)).toContainText(`${refused}: refused.`)
  await expect(page.getByRole('checkbox', { name: refused, exact: true })).toBeVisible()

  await receipts(page).getByRole('button', { name: /Undo/ }).click()
  await expect(receipts(page)).toContainText('29 bound again')
  await expect(boxes(page)).toHaveCount(40)
  expect(await rowsOf(page)).toEqual(before)
})

test('stopped after the first request: the others stay bound', async ({ desk, gateway }) => {
  const { page } = desk
  await openBindings(page, 'Premium')
  const dialog = await chooseThirty(page)
  await gateway.addFault({ match: { path: releases }, action: { type: 'hold' } })
  await dialog.getByRole('button', { name: 'Unbind', exact: true }).click()
  await gateway.held('releaseAgentBySkillId')
  await dialog.getByRole('button', { name: 'Stop' }).click()
  await expect(dialog.getByRole('button', { name: 'Stopping…' })).toBeVisible()
  await gateway.clearFaults()
  await expect(dialog).toBeHidden()
  await expect(receipts(page)).toContainText('Stopped')
  await expect(boxes(page)).toHaveCount(20)
  expect(await gateway.requests('releaseAgentBySkillId')).toHaveLength(1)

  await page.getByRole('tab', { name: 'Activity' }).click()
  const log = page.getByRole('list', { name: 'Activity' })
  await expect(log).toContainText('Stop an unbinding')
  await expect(log).toContainText(
    /Unbinding: stopped.*30 accounts were chosen\. 20 are done\. 10 were not sent/,
  )
  await expect(log).toContainText(/Unbinding: begun.*40 accounts are bound to the queue/)
  await expect(log).not.toContainText('agent1')
})
