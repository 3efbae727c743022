import { test as base, expect, type Page } from '@playwright/test'
import { App, makeProfile, removeProfile } from './app.ts'
import { Gateway } from './gateway.ts'

interface Fixtures {
  /** A profile folder that outlives a restart of the app within the test. */
  readonly profile: string
  readonly gateway: Gateway
  /** Starts the app against the gateway; stopped after the test, with its output attached when the test failed. */
  readonly launch: (...options: readonly string[]) => Promise<App>
  readonly app: App
  /** The app with demo agent 101 signed in and its queues confirmed. */
  readonly desk: App
}

export const test = base.extend<Fixtures>({
  // eslint wants no empty pattern, Playwright demands one: name a fixture that costs nothing.
  profile: async ({ baseURL: _none }, use) => {
    const folder = await makeProfile()
    await use(folder)
    await removeProfile(folder)
  },
  gateway: async ({ baseURL: _none }, use) => {
    const gateway = await Gateway.start()
    await use(gateway)
    await gateway.stop()
  },
  launch: async ({ profile, gateway }, use, info) => {
    const apps: App[] = []
    await use(async (...options) => {
      const where = options.includes('--gateway') ? [] : ['--gateway', gateway.url, '--ca', gateway.caPath]
      const chosen = options.indexOf('--user-data-dir')
      const app = await App.start(
        chosen === -1 ? profile : (options[chosen + 1] ?? profile),
        ...where,
        ...options,
      )
      apps.push(app)
      return app
    })
    for (const app of apps) await app.stop()
    if (info.status !== info.expectedStatus) {
      for (const app of apps) await info.attach('output of the app', { body: app.program.output() })
    }
  },
  app: async ({ launch }, use) => use(await launch()),
  desk: async ({ app }, use) => {
    await signIn(app.page)
    await use(app)
  },
})

export { expect }

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
