import { expect, type Locator, type Page } from '@playwright/test'

/** Places of the window by the roles and names that people and assistive technology find them by. */
export const sessionBar = (page: Page): Locator => page.getByRole('status', { name: 'Session' })
export const absenceCard = (page: Page): Locator => page.getByRole('region', { name: 'While you were away' })
export const notices = (page: Page): Locator => page.getByRole('region', { name: 'Notifications' })
export const stateRadio = (page: Page, name: string): Locator =>
  page.getByRole('radiogroup', { name: 'Agent state' }).getByRole('radio', { name })
export const linkageSwitch = (page: Page): Locator => page.getByRole('switch', { name: 'Phone linkage' })
export const headline = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name })
export const signInAgain = (page: Page): Locator =>
  page.getByRole('button', { name: 'Sign in again', exact: true })

/** Makes the agent busy: the gateway shows who waits to those who are not idle. */
export async function goBusy(page: Page): Promise<void> {
  await stateRadio(page, 'Busy').click()
  await expect(stateRadio(page, 'Busy')).toBeChecked()
}

/** Links the phone: a wish other than the one of a first start. */
export async function linkPhone(page: Page): Promise<void> {
  await linkageSwitch(page).click()
  await expect(linkageSwitch(page)).toHaveAttribute('aria-checked', 'true')
}

/** Opens the waiting calls and asks for one of them to be moved; says nothing about the outcome. */
export async function askForTransfer(page: Page, callId: string, target: string): Promise<void> {
  await page.getByRole('tab', { name: 'Queues' }).click()
  await page.getByRole('button', { name: `Transfer call ${callId}` }).click()
  const dialog = page.getByRole('dialog', { name: 'Transfer waiting call' })
  await dialog.getByRole('combobox', { name: 'Target skill queue' }).click()
  await page.getByRole('option', { name: target, exact: true }).click()
  await dialog.getByRole('button', { name: 'Transfer', exact: true }).click()
}
