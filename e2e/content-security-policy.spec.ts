import type { Page } from '@playwright/test'
import { Elsewhere } from './support/elsewhere.ts'
import { expect, sharedTest as test } from './support/shared-test.ts'

/*
 * The page's policy at work in the built app. Each attempt would succeed without it: the other server is there and lets
 * every page in. So the proof is the browser's own event, which names the directive, and that nothing arrived.
 */

interface Violation {
  readonly directive: string
  readonly blocked: string
}

interface Watched {
  violations: Violation[]
}

async function watchViolations(page: Page): Promise<() => Promise<readonly Violation[]>> {
  await page.evaluate(() => {
    const watched = window as unknown as Watched
    watched.violations = []
    document.addEventListener('securitypolicyviolation', (event) => {
      watched.violations.push({ directive: event.effectiveDirective, blocked: event.blockedURI })
    })
  })
  return () => page.evaluate(() => (window as unknown as Watched).violations)
}

/** What a page that has been taken over would try, as script text, and the directive that must stop it. */
const attempts = [
  ['fetch', 'connect-src', "fetch(url, { mode: 'no-cors' }).catch(() => undefined)"],
  ['beacon', 'connect-src', "navigator.sendBeacon(url, 'x')"],
  ['web socket', 'connect-src', "new WebSocket(url.replace('http:', 'ws:'))"],
  ['event source', 'connect-src', 'new EventSource(url)'],
  ['image', 'img-src', 'new Image().src = url'],
  ['font', 'font-src', "new FontFace('Other', 'url(' + url + ')').load().catch(() => undefined)"],
  ['frame', 'frame-src', "append('iframe', { src: url })"],
  ['script', 'script-src-elem', "append('script', { src: url })"],
  ['style sheet', 'style-src-elem', "append('link', { rel: 'stylesheet', href: url })"],
  ['plug-in', 'object-src', "append('object', { data: url })"],
  ['form', 'form-action', "append('form', { action: url, method: 'post' }).submit()"],
] as const

/** Starts an attempt in a task of its own: the DevTools command itself may do what the page may not. */
async function attempt(page: Page, script: string, url: string): Promise<void> {
  await page.evaluate(`void setTimeout(() => {
    const url = ${JSON.stringify(url)}
    const append = (tag, fields) => document.body.appendChild(Object.assign(document.createElement(tag), fields));
    ${script}
  })`)
}

for (const [what, directive, script] of attempts) {
  test(`${what} elsewhere: refused by ${directive}`, async ({ page }) => {
    const elsewhere = await Elsewhere.start()
    const violations = await watchViolations(page)
    await attempt(page, script, `${elsewhere.url}/${directive}`)
    await expect
      .poll(async () => (await violations()).map((violation) => violation.directive))
      .toEqual([directive])
    const [violation] = await violations()
    expect(violation?.blocked).toContain(new URL(elsewhere.url).host)
    expect(elsewhere.visits).toEqual([])
    await elsewhere.stop()
  })
}

test("the gateway's control interface is as unreachable as everything else", async ({ page, gateway }) => {
  const violations = await watchViolations(page)
  const url = `${gateway.controlUrl}/health`
  expect((await fetch(url)).ok).toBe(true)
  await attempt(page, "fetch(url, { mode: 'no-cors' }).catch(() => undefined)", url)
  await expect.poll(violations).toEqual([{ directive: 'connect-src', blocked: url }])
})

/** Code made of text: what it is, the directive that must stop it, what the event names, and the attempt. */
const textAsCode = [
  ['inline script', 'script-src-elem', 'inline', "append('script', { textContent: 'hasRun = true' })"],
  [
    'event handler',
    'script-src-attr',
    'inline',
    'document.body.innerHTML += \'<button onclick="hasRun = true">x</button>\'; document.body.lastChild.click()',
  ],
  ['eval', 'script-src', 'eval', "(0, eval)('hasRun = true')"],
  ['new Function', 'script-src', 'eval', "new Function('hasRun = true')()"],
  ['timer of text', 'script-src', 'eval', "setTimeout('hasRun = true')"],
] as const

for (const [what, directive, blocked, script] of textAsCode) {
  test(`${what}: refused by ${directive}`, async ({ page }) => {
    const violations = await watchViolations(page)
    await attempt(page, script, '')
    await expect.poll(violations).toEqual([{ directive, blocked }])
    expect(await page.evaluate(() => 'hasRun' in window)).toBe(false)
  })
}
