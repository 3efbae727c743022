import type { Page } from '@playwright/test'
import { App } from './support/app.ts'
import { submitSignIn, test as base, expect } from './support/test.ts'
import { sessionBar } from './support/window.ts'

/* A start with nothing set, and what was chosen then at the starts after it. */

const test = base.extend<{ readonly startPlain: () => Promise<App> }>({
  startPlain: async ({ profile }, use, info) => {
    const apps: App[] = []
    await use(async () => {
      const app = await App.start(profile)
      apps.push(app)
      return app
    })
    for (const app of apps) await app.stop()
    if (info.status !== info.expectedStatus) {
      for (const app of apps) await info.attach('output of the app', { body: app.program.output() })
    }
  },
})

const card = (page: Page) => page.getByRole('region', { name: 'Welcome to Deskside' })
const heading = (page: Page) => page.getByRole('heading', { level: 1, name: 'Sign in' })
const settings = (page: Page) => page.getByRole('dialog', { name: 'Settings' })
const gatewayRow = (page: Page) => settings(page).getByRole('group', { name: 'Gateway', exact: true })

async function openConnection(page: Page): Promise<void> {
  await page.keyboard.press('Control+,')
  await settings(page).getByRole('tab', { name: 'Connection' }).click()
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(heading(page)).toBeVisible()
}

test('the demo by one click; the next start goes there, and the settings lead out of it and back', async ({
  startPlain,
  gateway,
}) => {
  const first = await startPlain()
  await card(first.page).getByRole('button', { name: 'Try the demo' }).click()
  await expect(sessionBar(first.page)).toContainText('101')

  await test.step('not changed while somebody is signed in', async () => {
    await openConnection(first.page)
    await expect(gatewayRow(first.page)).toContainText('Sign out first to change the gateway.')
    await expect(gatewayRow(first.page).getByRole('button')).toHaveCount(0)
    const refused = await first.page.evaluate(() =>
      (
        window as unknown as { deskside: { chooseGateway(input: object): Promise<unknown> } }
      ).deskside.chooseGateway({ choice: 'demo' }),
    )
    expect(refused).toMatchObject({ ok: false, error: { reason: 'not-in-this-state' } })
    await first.page.keyboard.press('Escape')
  })
  await first.stop()

  const { page } = await startPlain()
  await expect(heading(page)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Agent ID' })).toHaveValue('101')
  await expect(card(page)).toHaveCount(0)

  await test.step('to a gateway of one’s own, without a restart', async () => {
    await openConnection(page)
    await gatewayRow(page).getByRole('button', { name: 'Switch to my gateway' }).click()
    await gatewayRow(page).getByRole('textbox', { name: 'Gateway address' }).fill(gateway.url)
    await gatewayRow(page).getByRole('textbox', { name: 'CA certificate file' }).fill(gateway.caPath)
    await gatewayRow(page).getByRole('button', { name: 'Use this gateway' }).click()
    await expect(gatewayRow(page)).toContainText('Chosen by you')
    await page.keyboard.press('Escape')
    await submitSignIn(page)
    await expect(sessionBar(page)).toContainText('101')
    expect((await gateway.agent('101')).session?.by).toBe('client')
    await signOut(page)
  })

  await test.step('and back to the demo', async () => {
    const mark = await gateway.mark()
    await openConnection(page)
    await gatewayRow(page).getByRole('button', { name: 'Switch to the demo' }).click()
    await expect(gatewayRow(page)).toContainText('The built-in demo')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('textbox', { name: 'Gateway address' })).not.toHaveValue(gateway.url)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(sessionBar(page)).toContainText('101')
    expect(await gateway.lines('', mark)).toEqual([])
  })
})

test('who signs in to the demo by the form has chosen it as well', async ({ startPlain }) => {
  const first = await startPlain()
  await expect(card(first.page)).toBeVisible()
  await first.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(sessionBar(first.page)).toContainText('101')
  await signOut(first.page)
  await expect(card(first.page)).toHaveCount(0)
  await first.stop()

  const { page } = await startPlain()
  await expect(heading(page)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Agent ID' })).toHaveValue('101')
  await expect(card(page)).toHaveCount(0)
})

test('a gateway of one’s own: checked, corrected, saved, and gone to at the next start', async ({
  startPlain,
  gateway,
}) => {
  const first = await startPlain()
  const own = card(first.page)
  await own.getByRole('button', { name: 'Use your gateway' }).click()
  await own.getByRole('textbox', { name: 'Gateway address' }).fill(gateway.url)
  const result = own.getByRole('status', { name: 'Connection check' })
  await own.getByRole('button', { name: 'Check the connection' }).click()
  await expect(result).toContainText('One step failed')
  await expect(own.getByRole('listitem').filter({ hasText: 'Encryption and certificate' })).toContainText(
    'does not know who issued',
  )
  await own.getByRole('textbox', { name: 'CA certificate file' }).fill(gateway.caPath)
  await own.getByRole('button', { name: 'Check again' }).click()
  await expect(result).toContainText('Everything that was checked is in order')
  await own.getByRole('button', { name: 'Use this gateway' }).click()
  await expect(own).toHaveCount(0)
  await first.stop()

  const { page, program } = await startPlain()
  expect(await program.ready).toMatchObject({ gateway: gateway.url })
  await expect(heading(page)).toBeVisible()
  await expect(card(page)).toHaveCount(0)
  await submitSignIn(page)
  await expect(sessionBar(page)).toContainText('101')
})
