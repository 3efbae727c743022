import { test as base } from '@playwright/test'
import { App, makeProfile, removeProfile } from '../support/app.ts'
import { Gateway } from '../support/gateway.ts'
import { Line } from '../support/line.ts'
import { changePreferences } from '../support/preferences.ts'
import { openDesk } from '../support/sign-in.ts'

/** One app with agent 101 signed in, and one gateway, for all commands and doors. */
export interface DoorsStage {
  readonly app: App
  readonly gateway: Gateway
  /** The network between the two, which can be cut. */
  readonly line: Line
  /** Any text of a command by the keys that run it. */
  readonly keysOf: (text: string) => string
}

/** What the suite sets so that every command has something to do, and keys need not wait. */
const preferences = {
  guardMs: 0,
  busyReasons: [{ code: 203, name: 'Paperwork' }],
  skillSets: [{ name: 'Mornings', skillIds: [1, 3] }],
}

const letters = [
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
  ...Array.from({ length: 12 }, (_, index) => `F${String(index + 1)}`),
]

export const doorsTest = (texts: readonly string[]) =>
  base.extend<DoorsStage, { readonly stage: DoorsStage }>({
    stage: [
      // eslint wants no empty pattern, Playwright demands one: name a fixture that costs nothing.
      async ({ browserName: _none }, use) => {
        const profile = await makeProfile()
        const gateway = await Gateway.start()
        const line = await Line.to(gateway)
        const app = await App.start(
          profile,
          '--gateway',
          line.url,
          '--ca',
          gateway.caPath,
          '--register-links',
        )
        await openDesk(app, gateway)
        await gateway.quiet()
        const keys = new Map(
          texts.map((text, index) => [text, `CommandOrControl+Alt+${letters[index] ?? ''}`]),
        )
        const shortcuts = Object.fromEntries([...keys].map(([text, accelerator]) => [accelerator, text]))
        await changePreferences(app.page, { ...preferences, shortcuts })
        await use({ app, gateway, line, keysOf: (text) => keys.get(text) ?? '' })
        // With its line, so that it can sign out.
        await line.mend()
        await app.stop()
        await line.cut()
        await gateway.stop()
        await removeProfile(profile)
      },
      { scope: 'worker' },
    ],
    app: async ({ stage }, use) => use(stage.app),
    gateway: async ({ stage }, use) => use(stage.gateway),
    line: async ({ stage }, use) => use(stage.line),
    keysOf: async ({ stage }, use) => use(stage.keysOf),
  })
