import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import type { App } from './support/app.ts'
import { projectRoot } from './support/child-process.ts'
import { Elsewhere } from './support/elsewhere.ts'
import { hasControlPort, host } from './support/host.ts'
import { openSecondWindow } from './support/second-window.ts'
import { expect, test } from './support/test.ts'

/* Every way out of the app's own page, tried in the built app: in the first window and in one opened later. */

/** The app's windows, as the browser itself counts them. */
async function pageAddresses(browser: CDPSession): Promise<readonly string[]> {
  const { targetInfos } = await browser.send('Target.getTargets')
  return targetInfos.filter(({ type }) => type === 'page').map(({ url }) => url)
}

const markerOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (window as unknown as { marker?: string }).marker)

/**
 * Proves that the page of a window is still the one that was loaded, and that no window is added. On the Chromium host a
 * refused window lives for a moment, empty, until the host has closed it.
 */
async function expectUnmoved(page: Page, browser: CDPSession, before: readonly string[]): Promise<void> {
  await expect.poll(() => pageAddresses(browser)).toEqual(before)
  expect(await markerOf(page)).toBe('unmoved')
}

async function expectGuarded(app: App, page: Page): Promise<void> {
  const elsewhere = await Elsewhere.start()
  const browser = await app.browser.newBrowserCDPSession()
  const before = await pageAddresses(browser)
  const logged = (text: string): Promise<void> =>
    expect.poll(() => app.program.output().split(text).length - 1, `"${text}" in the log`).toBeGreaterThan(0)
  const address = page.url()
  await page.evaluate(() => Object.assign(window, { marker: 'unmoved' }))

  await test.step('the page navigates itself away', async () => {
    await page.evaluate((url) => void setTimeout(() => location.assign(url)), `${elsewhere.url}/location`)
    await logged(`${elsewhere.url}/location`)
    await expectUnmoved(page, browser, before)
  })

  await test.step('a link is followed', async () => {
    await page.evaluate((href) => {
      document.body.append(
        Object.assign(document.createElement('a'), { href, id: 'way-out', textContent: 'out' }),
      )
      setTimeout(() => document.getElementById('way-out')?.click())
    }, `${elsewhere.url}/link`)
    await logged(`${elsewhere.url}/link`)
    await expectUnmoved(page, browser, before)
  })

  await test.step('window.open', async () => {
    await page.evaluate((url) => void setTimeout(() => window.open(url)), `${elsewhere.url}/window`)
    await logged(`${elsewhere.url}/window`)
    await expectUnmoved(page, browser, before)
  })

  await test.step('a frame', async () => {
    const refused = await page.evaluate(
      (src) =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective))
          document.body.append(Object.assign(document.createElement('iframe'), { src }))
        }),
      `${elsewhere.url}/frame`,
    )
    expect(refused).toBe('frame-src')
    await expectUnmoved(page, browser, before)
  })

  await test.step('permissions', async () => {
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
    const code = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve(0),
            (error) => resolve(error.code),
          )
        }),
    )
    expect(code).toBe(1)
    for (const name of ['geolocation', 'notifications'] as const) {
      const state = await page.evaluate(
        async (asked) => (await navigator.permissions.query({ name: asked })).state,
        name,
      )
      expect(state, name).toBe('denied')
      await logged(`"${name}"`)
    }
  })

  await test.step('a file dropped on the window', async () => {
    const devtools = await page.context().newCDPSession(page)
    const data = { items: [], files: [join(projectRoot, 'README.md')], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', { type, x: 200, y: 300, data })
    }
    // Left alone, the browser opens the file in a new tab; the page has had its turn by the time a timer fires.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
    expect(await markerOf(page)).toBe('unmoved')
    expect(await pageAddresses(browser)).toEqual(before)
  })

  expect(page.url()).toBe(address)
  // The Chromium host closes a refused window only after Chromium has made it, which may be too late for its request.
  expect(elsewhere.visits.filter((visit) => host === 'electron' || visit !== 'GET /window')).toEqual([])
  if (hasControlPort) expect(await app.control('GET', '/opened')).toEqual([])
  await elsewhere.stop()
}

test('the first window cannot be led away', async ({ app }) => {
  await expectGuarded(app, app.page)
})

test('a window opened later cannot be led away either', async ({ app }) => {
  const second = await openSecondWindow(app)
  await expect(second.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expectGuarded(app, second)
})
