import { expect, type Page } from '@playwright/test'

/** Opens the supervisor page and connects it to the management service with these keys; says nothing about the outcome. */
export async function connectSupervisor(
  page: Page,
  { appKey = 'demo', appSecret = 'demo-secret' } = {},
): Promise<void> {
  await page.getByRole('tab', { name: 'Supervisor' }).click()
  await page.getByRole('textbox', { name: 'App key' }).fill(appKey)
  await page.getByRole('textbox', { name: 'App secret' }).fill(appSecret)
  await page.getByRole('button', { name: 'Connect' }).click()
}

/** Opens the accounts that are bound to a queue. */
export async function openBindings(page: Page, queue: string): Promise<void> {
  await connectSupervisor(page)
  await page.getByRole('combobox', { name: 'Skill queue' }).click()
  await page.getByRole('option', { name: queue, exact: true }).click()
  await expect(page.getByRole('checkbox', { name: /^agent\d+$/ }).first()).toBeVisible()
}

/** Unbinds accounts through the window and waits until they have left the list. */
export async function unbindSelected(page: Page, ...accounts: readonly string[]): Promise<void> {
  for (const account of accounts) await page.getByRole('checkbox', { name: account, exact: true }).check()
  await page.getByRole('button', { name: 'Unbind selected' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confirm unbinding' })
  await dialog.getByRole('button', { name: 'Unbind', exact: true }).click()
  await expect(dialog).toBeHidden()
  for (const account of accounts) await expect(page.getByRole('checkbox', { name: account })).toHaveCount(0)
}
