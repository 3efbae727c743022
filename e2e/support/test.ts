import { test as base, expect } from '@playwright/test'
import { App, makeProfile, removeProfile } from './app.ts'
import { Gateway } from './gateway.ts'
import { Line } from './line.ts'
import { openDesk, signIn, submitSignIn } from './sign-in.ts'

interface Fixtures {
  /** Further options of the simulator: `test.use({ gatewayOptions: ['--skills', '7'] })`. */
  readonly gatewayOptions: readonly string[]
  /** A profile folder that outlives a restart of the app within the test. */
  readonly profile: string
  readonly gateway: Gateway
  /** Starts the app against the gateway; stopped after the test, with its output attached when the test failed. */
  readonly launch: (...options: readonly string[]) => Promise<App>
  readonly app: App
  /** The app with demo agent 101 signed in and its queues confirmed. */
  readonly desk: App
  /** A network to the gateway that can be cut, and a desk at its other end. */
  readonly line: Line
  readonly distantDesk: App
}

export const test = base.extend<Fixtures>({
  gatewayOptions: [[], { option: true }],
  // eslint wants no empty pattern, Playwright demands one: name a fixture that costs nothing.
  profile: async ({ baseURL: _none }, use) => {
    const folder = await makeProfile()
    await use(folder)
    await removeProfile(folder)
  },
  gateway: async ({ gatewayOptions }, use) => {
    const gateway = await Gateway.start(...gatewayOptions)
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
  desk: async ({ app, gateway }, use) => {
    await openDesk(app, gateway)
    await use(app)
  },
  line: async ({ gateway }, use) => {
    const line = await Line.to(gateway)
    await use(line)
    await line.cut()
  },
  distantDesk: async ({ launch, gateway, line }, use) => {
    const app = await launch('--gateway', line.url, '--ca', gateway.caPath)
    await openDesk(app, gateway)
    await use(app)
    // With its line, so that it can sign out.
    await line.mend()
    await app.stop()
  },
})

export { expect, signIn, submitSignIn }
