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

/** Signs in and waits until the kept wishes have gone out and the poll runs: what a test asks for comes after them. */
export async function openDesk({ page }: App, gateway: Gateway): Promise<void> {
  await signIn(page)
  for (const part of ['autoenteridle', 'resetskill']) {
    await expect.poll(() => gateway.lines(part)).toHaveLength(1)
  }
  await expect.poll(() => gateway.lines('agentevent')).not.toEqual([])
}
