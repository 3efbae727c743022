import { expect, type Page } from '@playwright/test'
import type { App } from './app.ts'
import type { Gateway } from './gateway.ts'

/** Fills the sign-in form and presses the button; says nothing about the outcome. */
export async function submitSignIn(
  page: Page,
  change: Partial<Record<'Gateway address' | 'Agent ID' | 'Password' | 'Phone number', string>> = {},
): Promise<void> {
  const values = { 'Agent ID': '101', Password: 'Deskside#101', 'Phone number': '8101', ...change }
  for (const [name, value] of Object.entries(values))
    await page.getByRole('textbox', { name, exact: true }).fill(value)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Signs demo agent 101 in through the window and waits until the desk is usable. */
export async function signIn(page: Page): Promise<void> {
  await submitSignIn(page)
  await expect(page.getByRole('status', { name: 'Session' })).toContainText('101')
  await expect(page.getByRole('switch', { name: 'Enter idle after call' })).toBeEnabled()
}

/** Waits until the kept wishes have gone out and the poll runs: what a test asks for comes after them. */
async function settle(gateway: Gateway): Promise<void> {
  for (const part of ['autoenteridle', 'resetskill']) {
    await expect.poll(() => gateway.lines(part)).toHaveLength(1)
  }
  await expect.poll(() => gateway.lines('agentevent')).not.toEqual([])
}

/** Signs in for the first time of a test, and waits until the desk has settled. */
export async function openDesk({ page }: App, gateway: Gateway): Promise<void> {
  await signIn(page)
  await settle(gateway)
}

/** The same with a phone that rings and has to be lifted. */
export async function openDeskWithPhone({ page }: App, gateway: Gateway): Promise<void> {
  await page.getByRole('checkbox', { name: 'Always off-hook' }).uncheck()
  await submitSignIn(page)
  await expect(page.getByRole('status', { name: 'Session' })).toContainText('101')
  await settle(gateway)
}
