import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { exit, stdout } from 'node:process'
import { expect, type Page } from '@playwright/test'
import { App, makeProfile, removeProfile } from './support/app.ts'
import { projectRoot } from './support/child-process.ts'
import { Gateway } from './support/gateway.ts'
import { signIn } from './support/sign-in.ts'
import { openBindings } from './support/supervisor-page.ts'

/*
 * `npm run tour`: the five interfaces by clicks in the real window, with the requests that reached the gateway and what was
 * seen afterwards. Its pictures are those of the README, so that they never rot.
 */

const pictures = join(projectRoot, 'docs', 'images')

class Tour {
  readonly #app: App
  readonly #gateway: Gateway

  constructor(app: App, gateway: Gateway) {
    this.#app = app
    this.#gateway = gateway
  }

  get page(): Page {
    return this.#app.page
  }

  /** Does one interface and prints what reached the gateway and what the window shows for it. */
  async step(title: string, part: string, act: () => Promise<string>): Promise<void> {
    const before = await this.#gateway.mark()
    const seen = await act()
    stdout.write(`\n${title}\n`)
    for (const request of await this.#gateway.requests(part, before)) {
      const query = request.query === '' ? '' : `?${request.query}`
      const body = request.body === null || request.body === '' ? '' : ` ${JSON.stringify(request.body)}`
      stdout.write(`  sent  ${request.method} ${request.path}${query}${body}\n`)
    }
    stdout.write(`  seen  ${seen}\n`)
  }

  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(pictures, `${name}.png`) })
  }

  async show(view: string): Promise<void> {
    await this.page.getByRole('tab', { name: view }).click()
  }
}

async function visit(app: App, gateway: Gateway): Promise<void> {
  const { page } = app
  const tour = new Tour(app, gateway)
  await page.setViewportSize({ width: 420, height: 720 })
  // A picture must not catch a colour half-way.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('button', { name: 'Advanced' }).click()
  await tour.picture('sign-in')
  await signIn(page)
  const session = await page.getByRole('status', { name: 'Session' }).innerText()
  stdout.write(`Session: ${session.replaceAll(/\s+/g, ' ')}\n`)
  await expect.poll(() => gateway.lines('autoenteridle')).toHaveLength(1)
  await expect(page.getByText('You serve 5 queues')).toBeVisible()
  await tour.picture('desk-light')
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await tour.picture('desk-dark')
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })

  await tour.step('1. Idle or wrap-up after a call', 'autoenteridle', async () => {
    const toggle = page.getByRole('switch', { name: 'Enter idle after call' })
    await toggle.click()
    await expect(toggle).toHaveAttribute('aria-checked', 'false')
    await gateway.quiet()
    await gateway.control('POST', '/agents/101/offer-call', { skillId: 1, talkMs: 1 })
    await expect(page.getByRole('radio', { name: 'Wrap-up' })).toBeChecked()
    return 'the next call ended in Wrap-up, as asked'
  })

  await tour.step('2. Skill sign-in and phone linkage', 'resetskill', async () => {
    const linkage = page.getByRole('switch', { name: 'Phone linkage' })
    await linkage.click()
    await expect(linkage).toHaveAttribute('aria-checked', 'true')
    await page.getByRole('radio', { name: 'Chosen skills' }).click()
    for (const name of ['Technical support', 'Premium', 'Web chat']) {
      await page.getByRole('checkbox', { name, exact: true }).setChecked(false)
    }
    await page.getByRole('button', { name: 'Apply skill sign-in' }).click()
    await expect.poll(async () => (await gateway.agent('101')).skills.signedIn).toEqual([1, 3])
    await tour.picture('skills')
    return 'signed in to Billing and Sales, phone linked'
  })

  await tour.step('3. Transfer of a waiting call', 'assignuserinqueue', async () => {
    // In wrap-up the gateway would only take note of "busy", so idle comes first.
    for (const name of ['Idle', 'Busy']) {
      await page.getByRole('radio', { name }).click()
      await expect(page.getByRole('radio', { name })).toBeChecked()
    }
    const callId = await gateway.addCall(1)
    await gateway.addCall(3, '13800000002')
    await tour.show('Waiting')
    await page.getByRole('button', { name: `Transfer call ${callId}` }).click()
    const dialog = page.getByRole('dialog', { name: 'Transfer waiting call' })
    await dialog.getByRole('combobox', { name: 'Target skill queue' }).click()
    await page.getByRole('option', { name: 'Sales' }).click()
    await tour.picture('transfer')
    await dialog.getByRole('button', { name: 'Transfer', exact: true }).click()
    const row = page
      .getByRole('table', { name: 'Waiting calls' })
      .getByRole('row')
      .filter({ hasText: '13800000001' })
    await expect(row).toContainText('Sales')
    await tour.picture('waiting')
    return 'the call waits in Sales'
  })

  await tour.step('4. Roster of online agents', 'allonlineagents', async () => {
    await tour.show('Roster')
    const rows = page
      .getByRole('table', { name: 'Online agents' })
      .getByRole('row')
      .filter({ hasText: /\d{3}/ })
    await expect(rows.first()).toBeVisible()
    await tour.picture('roster')
    return `${await rows.count()} agents in the table`
  })

  await tour.step('5. Unbinding an agent from a queue', 'agentAccount', async () => {
    await openBindings(page, 'Sales')
    await page.getByRole('checkbox', { name: 'agent102' }).check()
    await page.getByRole('button', { name: 'Unbind selected' }).click()
    const dialog = page.getByRole('dialog', { name: 'Confirm unbinding' })
    await tour.picture('unbind')
    await dialog.getByRole('button', { name: 'Unbind', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('checkbox', { name: 'agent102' })).toHaveCount(0)
    await page.getByRole('button', { name: /Undo/ }).click()
    await expect(page.getByRole('checkbox', { name: 'agent102' })).toBeVisible()
    return 'agent102 was gone from the list, and is back with the old weights after Undo'
  })

  await page.setViewportSize({ width: 1200, height: 760 })
  await tour.show('Roster')
  await tour.picture('wide')
}

await mkdir(pictures, { recursive: true })
const gateway = await Gateway.start()
const profile = await makeProfile()
const app = await App.start(profile, '--gateway', gateway.url, '--ca', gateway.caPath)
try {
  await visit(app, gateway)
  await app.stop()
  const { state } = await gateway.agent('101')
  stdout.write(`\nAfter the end of the program agent 101 is ${state}. Pictures: docs/images.\n`)
} finally {
  await app.stop()
  await gateway.stop()
  await removeProfile(profile)
}
exit(0)
