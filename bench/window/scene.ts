import { setTimeout as pause } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { App, makeProfile, removeProfile } from '../../e2e/support/app.ts'
import { bindSkills } from '../../e2e/support/bind-skills.ts'
import { Gateway } from '../../e2e/support/gateway.ts'
import { openDesk } from '../../e2e/support/sign-in.ts'
import { goBusy } from '../../e2e/support/window.ts'

/** How many queues the agent serves and how many calls wait in them. */
export interface Load {
  readonly queues: number
  readonly calls: number
}

/** Queues are read one by one, two or three in a second. */
const patiencePerQueueMs = 1_500
const together = 20

/** The built app on the Chromium host, signed in and looking at its queues, beside a simulator under this load. */
export class Scene {
  readonly app: App
  readonly #gateway: Gateway
  readonly #profile: string
  readonly #load: Load
  /** Calls that wait, the oldest first. */
  readonly #callIds: string[] = []
  #made = 0

  private constructor(app: App, gateway: Gateway, profile: string, load: Load) {
    this.app = app
    this.#gateway = gateway
    this.#profile = profile
    this.#load = load
  }

  static async open(load: Load): Promise<Scene> {
    const gateway = await Gateway.start('--skills', String(Math.max(5, load.queues)))
    const profile = await makeProfile()
    const app = await App.start(profile, '--gateway', gateway.url, '--ca', gateway.caPath)
    const scene = new Scene(app, gateway, profile, load)
    await bindSkills(gateway, 'agent101', load.queues)
    await openDesk(app, gateway)
    await gateway.quiet()
    await goBusy(app.page)
    for (let left = load.calls; left > 0; left -= together) {
      await Promise.all(Array.from({ length: Math.min(together, left) }, () => scene.#addCall()))
    }
    await app.page.getByRole('tab', { name: 'Queues' }).click()
    await scene.#settle()
    return scene
  }

  /** One caller hangs up and another one comes, `everyMs` apart, until the signal. */
  async stir(everyMs: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const callId = this.#callIds.shift()
      if (callId !== undefined) await Promise.all([this.#gateway.hangUp(callId), this.#addCall()])
      await pause(everyMs)
    }
  }

  /** Moves over the rows of the list, one key each `everyMs`, until the signal. */
  async press(everyMs: number, signal: AbortSignal): Promise<void> {
    const { page } = this.app
    const rows = page.getByRole('table', { name: 'Waiting calls' }).getByRole('row')
    if (this.#load.calls > 0) await rows.nth(1).focus()
    for (let nth = 0; !signal.aborted; nth += 1) {
      await page.keyboard.press(nth % 20 < 10 ? 'ArrowDown' : 'ArrowUp')
      await pause(everyMs)
    }
  }

  async close(): Promise<void> {
    await this.app.stop()
    await this.#gateway.stop()
    await removeProfile(this.#profile)
  }

  async #addCall(): Promise<void> {
    const nth = this.#made++
    this.#callIds.push(
      await this.#gateway.addCall(1 + (nth % this.#load.queues), String(13_800_000_000 + nth)),
    )
  }

  /** The window lists all calls: each queue was read once. */
  async #settle(): Promise<void> {
    const { queues, calls } = this.#load
    if (calls === 0) return
    const table = this.app.page.getByRole('table', { name: 'Waiting calls' })
    const timeout = 30_000 + queues * patiencePerQueueMs
    await expect(table).toHaveAttribute('aria-rowcount', String(calls + 1), { timeout })
  }
}
