import { managementRequests } from './support/session-requests.ts'
import { connectSupervisor, openBindings } from './support/supervisor-page.ts'
import { expect, test } from './support/test.ts'

/* An empty list of accounts means everyone to the service. Only a typed queue name may bring it about. */

test('nothing selected: nothing can be unbound', async ({ desk, gateway }) => {
  await openBindings(desk.page, 'Sales')
  await expect(desk.page.getByRole('button', { name: 'Unbind selected' })).toBeDisabled()
  expect(await gateway.requests('releaseAgentBySkillId')).toEqual([])
})

test('everyone: only with the name of the queue typed, and with a way back', async ({ desk, gateway }) => {
  const { page } = desk
  await openBindings(page, 'Sales')
  const bound = await page.getByRole('checkbox', { name: /^agent\d+$/ }).count()
  await page.getByRole('button', { name: 'Unbind all…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confirm unbinding' })
  const typed = dialog.getByRole('textbox', { name: 'Type the queue name to confirm' })
  const unbind = dialog.getByRole('button', { name: 'Unbind', exact: true })
  for (const text of ['', 'sales', 'Sale', 'Billing', 'Sales!']) {
    await typed.fill(text)
    await expect(unbind).toBeDisabled()
  }
  expect(await gateway.requests('releaseAgentBySkillId')).toEqual([])

  await typed.fill('Sales')
  await unbind.click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('checkbox', { name: /^agent\d+$/ })).toHaveCount(0)
  expect((await managementRequests(gateway, 'releaseAgentBySkillId')).map(({ body }) => body)).toEqual([
    { skillId: 3, userAccounts: [] },
  ])

  await page.getByRole('button', { name: /Undo/ }).click()
  await expect(page.getByRole('checkbox', { name: /^agent\d+$/ })).toHaveCount(bound)
})

test('a wrong app secret: a clear text, and what was typed can be corrected', async ({ desk }) => {
  const { page } = desk
  await connectSupervisor(page, { appSecret: 'wrong' })
  await expect(
    page
      .getByRole('alert')
      .filter({ hasText: /key|secret/i })
      .first(),
  ).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'App key' })).toHaveValue('demo')
  await page.getByRole('textbox', { name: 'App secret' }).fill('demo-secret')
  await page.getByRole('button', { name: 'Connect' }).click()
  await expect(page.getByRole('combobox', { name: 'Skill queue' })).toBeVisible()
})
