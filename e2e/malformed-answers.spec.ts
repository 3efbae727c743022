import type { Page } from '@playwright/test'
import type { Gateway } from './support/gateway.ts'
import { expect, submitSignIn, test } from './support/test.ts'
import { goBusy, sessionBar } from './support/window.ts'

/*
 * Every kind of malformed answer to what the window shows and to the session: a clear text, nothing lost, and the next
 * good answer puts it right. The simulator does what was asked and spoils the answer, as a proxy in between would.
 */

/** Answers that make no sense. */
const kinds = ['truncated', 'html', 'wrong-types', 'empty'] as const

const spoil = (gateway: Gateway, method: string, path: string, kind: string): Promise<void> =>
  gateway.addFault({ match: { method, path }, action: { type: 'malformed', kind }, times: 1 })

const senseless = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'An answer came that makes no sense.' })

test('roster: the list stays, the error goes with the next good answer', async ({ desk, gateway }) => {
  const { page } = desk
  await page.getByRole('tab', { name: 'Team' }).click()
  const table = page.getByRole('table', { name: 'Online agents' })
  const own = table.getByRole('row').filter({ hasText: '101' })
  await expect(own).toHaveCount(1)
  for (const kind of kinds) {
    await test.step(kind, async () => {
      await gateway.addFault({ match: { path: '**/allonlineagents' }, action: { type: 'malformed', kind } })
      await page.getByRole('button', { name: 'Refresh' }).click()
      await expect(senseless(page)).toHaveCount(1)
      await expect(own).toHaveCount(1)
      await gateway.clearFaults()
      await page.getByRole('button', { name: 'Refresh' }).click()
      await expect(senseless(page)).toHaveCount(0)
    })
  }
})

test('waiting calls: the list stays, the error goes with the next good answer', async ({ desk, gateway }) => {
  const { page } = desk
  await gateway.quiet()
  await goBusy(page)
  const callId = await gateway.addCall(1)
  await page.getByRole('tab', { name: 'Queues' }).click()
  const transfer = page.getByRole('button', { name: `Transfer call ${callId}` })
  const refresh = page.getByRole('region', { name: 'Waiting calls' }).getByRole('button', { name: 'Refresh' })
  await expect(transfer).toBeVisible()
  for (const kind of kinds) {
    await test.step(kind, async () => {
      await gateway.addFault({ match: { path: '**/waitcallinfo/*' }, action: { type: 'malformed', kind } })
      await refresh.click()
      await expect(senseless(page)).toHaveCount(1)
      await expect(transfer).toBeVisible()
      await gateway.clearFaults()
      await refresh.click()
      await expect(senseless(page)).toHaveCount(0)
    })
  }
})

test('sign-in: nothing typed is lost, no session is left, and the next try works', async ({
  app,
  gateway,
}) => {
  const { page } = app
  for (const kind of kinds) {
    await test.step(kind, async () => {
      const mark = await gateway.mark()
      await spoil(gateway, 'PUT', '**/onlineagent/101', kind)
      await submitSignIn(page)
      await expect(senseless(page)).toHaveCount(1)
      await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('Deskside#101')
      expect((await gateway.agent('101')).state).toBe('signed-out')

      await gateway.addFault({
        match: { method: 'PUT', path: '**/onlineagent/101' },
        action: { type: 'retcode', retcode: '100-002' },
        times: 1,
      })
      await spoil(gateway, 'PUT', '**/forcelogin', kind)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: 'Already signed in' })
      await dialog.getByRole('button', { name: 'Take over' }).click()
      await expect(senseless(page)).toHaveCount(1)
      await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('Deskside#101')
      expect((await gateway.agent('101')).state).toBe('signed-out')

      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(sessionBar(page)).toContainText('101')
      expect(await gateway.lines('forcelogin', mark)).toHaveLength(1)

      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    })
  }
})

test('sign-out: the agent is out and can sign in again', async ({ desk, gateway }) => {
  const { page } = desk
  for (const kind of kinds) {
    await test.step(kind, async () => {
      await spoil(gateway, 'DELETE', '**/logout', kind)
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
      expect((await gateway.agent('101')).state).toBe('signed-out')
      await page.getByRole('textbox', { name: 'Password' }).fill('Deskside#101')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(sessionBar(page)).toContainText('101')
    })
  }
})

test('an answer that is huge but right is understood', async ({ app, gateway }) => {
  const { page } = app
  await gateway.addFault({
    match: { path: '**/onlineagent/101' },
    action: { type: 'malformed', kind: 'huge' },
  })
  await submitSignIn(page)
  await expect(sessionBar(page)).toContainText('101')
  for (const path of ['**/allonlineagents', '**/waitcallinfo/*', '**/logout']) {
    await gateway.addFault({ match: { path }, action: { type: 'malformed', kind: 'huge' } })
  }
  await page.getByRole('tab', { name: 'Team' }).click()
  const table = page.getByRole('table', { name: 'Online agents' })
  await expect(table.getByRole('row').filter({ hasText: '101' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(senseless(page)).toHaveCount(0)
})
