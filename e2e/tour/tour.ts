import { join } from 'node:path'
import { stdout } from 'node:process'
import type { Page } from '@playwright/test'
import type { App } from '../support/app.ts'
import { projectRoot } from '../support/child-process.ts'
import type { Gateway } from '../support/gateway.ts'

/** Where the README looks for them. */
export const pictures = join(projectRoot, 'docs', 'images')

/** The window as it stands beside other programs. */
export const narrow = { width: 420, height: 720 }

/** Walks through the window, tells what reached the gateway, and takes the pictures of the README. */
export class Tour {
  readonly gateway: Gateway
  readonly #app: App

  constructor(app: App, gateway: Gateway) {
    this.#app = app
    this.gateway = gateway
  }

  get page(): Page {
    return this.#app.page
  }

  /** Does one interface and prints what reached the gateway and what the window shows for it. */
  async step(title: string, part: string, act: () => Promise<string>): Promise<void> {
    const before = await this.gateway.mark()
    const seen = await act()
    stdout.write(`\n${title}\n`)
    for (const request of await this.gateway.requests(part, before)) {
      const query = request.query === '' ? '' : `?${request.query}`
      const body = request.body === null || request.body === '' ? '' : ` ${JSON.stringify(request.body)}`
      stdout.write(`  sent  ${request.method} ${request.path}${query}${body}\n`)
    }
    stdout.write(`  seen  ${seen}\n`)
  }

  /** A picture in light colours. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(pictures, `${name}.png`) })
  }

  /** A picture in these colours, which its name ends with; afterwards the window is light again. */
  async pictureIn(colorScheme: 'light' | 'dark', name: string): Promise<void> {
    await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await this.picture(`${name}-${colorScheme}`)
    await this.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  }

  async show(view: string): Promise<void> {
    await this.page.getByRole('tab', { name: view }).click()
  }
}
