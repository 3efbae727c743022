import { test as base, expect, type Page } from '@playwright/test'
import { App, makeProfile, removeProfile } from './app.ts'
import { Gateway } from './gateway.ts'
import { openDesk } from './sign-in.ts'

interface Stage {
  readonly app: App
  readonly gateway: Gateway
}

interface WorkerFixtures {
  /** Whether demo agent 101 is signed in before the first test. */
  readonly isSignedIn: boolean
  readonly stage: Stage
}

interface Fixtures extends Stage {
  /** The window's page, loaded anew. */
  readonly page: Page
  /** Number of the gateway's last request before the test, for `gateway.requests`. */
  readonly mark: number
}

/**
 * For tests that change nothing in main, since what they try is refused: they share one app and one gateway, and begin
 * with a fresh page. A test that leaves a trace has no place here; `test.ts` gives each its own.
 */
export const sharedTest = base.extend<Fixtures, WorkerFixtures>({
  isSignedIn: [false, { option: true, scope: 'worker' }],
  stage: [
    async ({ isSignedIn }, use) => {
      const profile = await makeProfile()
      const gateway = await Gateway.start()
      const app = await App.start(profile, '--gateway', gateway.url, '--ca', gateway.caPath)
      if (isSignedIn) await openDesk(app, gateway)
      await use({ app, gateway })
      await app.stop()
      await gateway.stop()
      await removeProfile(profile)
    },
    { scope: 'worker' },
  ],
  app: async ({ stage }, use, info) => {
    await use(stage.app)
    if (info.status !== info.expectedStatus) {
      await info.attach('output of the app', { body: stage.app.program.output() })
    }
  },
  gateway: async ({ stage }, use) => use(stage.gateway),
  page: async ({ app, isSignedIn }, use) => {
    await app.page.reload()
    const settled = isSignedIn
      ? app.page.getByRole('status', { name: 'Session' })
      : app.page.getByRole('button', { name: 'Sign in', exact: true })
    await expect(settled).toBeVisible()
    await use(app.page)
  },
  mark: async ({ gateway }, use) => use(await gateway.mark()),
})

export { expect }
