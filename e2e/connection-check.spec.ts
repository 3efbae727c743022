import { once } from 'node:events'
import { connect } from 'node:net'
import { sharedTest as test, expect } from './support/shared-test.ts'
import type { Page } from '@playwright/test'
import type { Gateway } from './support/gateway.ts'
import { test as ownTest } from './support/test.ts'

/* The check at the sign-in form and at the desk: the step to blame, stopping it, and that a session is left in peace. */

const panel = (page: Page) => page.getByRole('region', { name: 'Connection check' })
const step = (page: Page, name: string) => panel(page).getByRole('listitem').filter({ hasText: name })
const result = (page: Page) => panel(page).getByRole('status', { name: 'Connection check' })

/** Calls `use` with a port where nobody listens, and nobody can: a connection of ours goes out from it. */
async function withClosedPort(gateway: Gateway, use: (port: number) => Promise<void>): Promise<void> {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1')
  await once(socket, 'connect')
  try {
    await use(Number(socket.localPort))
  } finally {
    socket.destroy()
  }
}

/** The settings' own way to a gateway, filled in; nothing is saved. */
async function openForm(page: Page, address: string, caFile: string): Promise<void> {
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('tab', { name: 'Connection' }).click()
  await settings.getByRole('button', { name: 'Switch to my gateway' }).click()
  await settings.getByRole('textbox', { name: 'Gateway address' }).fill(address)
  await settings.getByRole('textbox', { name: 'CA certificate file' }).fill(caFile)
  await panel(page).getByRole('button', { name: 'Check the connection' }).click()
}

test.describe('the step to blame', () => {
  test('is the address, where nobody listens', async ({ page, gateway }) => {
    await withClosedPort(gateway, async (port) => {
      await openForm(page, `https://127.0.0.1:${port}`, gateway.caPath)
      await expect(step(page, 'Address')).toContainText('nobody listens on this port')
      await expect(step(page, 'Encryption')).toContainText('left out')
      await expect(result(page)).toContainText('One step failed')
    })
  })

  test('is the certificate, of an authority that nobody here knows', async ({ page, gateway }) => {
    await openForm(page, gateway.url, '')
    await expect(step(page, 'Address')).toContainText('in order')
    await expect(step(page, 'Encryption')).toContainText('does not know who issued')
    await expect(step(page, 'Encryption')).toContainText('issued by Deskside simulator CA')
  })

  test('is the gateway, where a page answers in its place', async ({ page, gateway }) => {
    await gateway.addFault({ match: {}, action: { type: 'malformed', kind: 'html' } })
    await openForm(page, gateway.url, gateway.caPath)
    await expect(step(page, 'Encryption')).toContainText('in order')
    await expect(step(page, 'Gateway')).toContainText('it is no CC-Gateway')
    await gateway.clearFaults()
  })
})

test('a gateway that hangs: the check is stopped, and says so', async ({ page, gateway }) => {
  await gateway.addFault({ match: {}, action: { type: 'hang' } })
  await openForm(page, gateway.url, gateway.caPath)
  await expect(step(page, 'Gateway')).toContainText('under way')
  await panel(page).getByRole('button', { name: 'Stop the check' }).click()
  await expect(result(page)).toContainText('The check was stopped.')
  await expect(step(page, 'Gateway')).toContainText('left out')
  await gateway.clearFaults()
})

// With an app of its own: the shared one stays signed out for whoever comes next.
ownTest('while signed in it sends the gateway nothing beside the session', async ({ desk, gateway }) => {
  const { page } = desk
  await page.keyboard.press('Control+,')
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('tab', { name: 'Connection' }).click()
  const mark = await gateway.mark()
  await panel(page).getByRole('button', { name: 'Check the connection' }).click()
  await expect(result(page)).toContainText('Everything that was checked is in order')
  // What the desk asks for by itself has the session's token; a check's own request would have none, or another one.
  const guids = new Set((await gateway.requests('', mark)).map(({ headers }) => headers.guid))
  expect([...guids].filter((guid) => guid === null)).toEqual([])
  expect(guids.size).toBeLessThanOrEqual(1)
  await expect(step(page, 'Sign-in')).toContainText('your session is not disturbed')
})
