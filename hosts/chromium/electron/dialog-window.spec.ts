import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { BrowserDriver } from '../browser/browser-driver.ts'
import { findBrowser } from '../browser/find-browser.ts'
import { launchBrowser, type RunningBrowser } from '../browser/launch.ts'
import type { DialogQuestion } from './dialog-desk.ts'
import { createDialogWindow } from './dialog-window.ts'

const closers: (() => Promise<void>)[] = []

/** A browser of its own for one test. */
async function startBrowser(): Promise<{ readonly running: RunningBrowser; readonly driver: BrowserDriver }> {
  const profileDir = mkdtempSync(join(tmpdir(), 'dialog-spec-'))
  const running = await launchBrowser({
    command: await findBrowser(),
    profileDir,
    headless: true,
    remoteDebuggingPort: undefined,
    locale: undefined,
    extraArgs: [],
  })
  closers.push(async () => {
    await running.close()
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  })
  const driver = new BrowserDriver(running)
  await driver.start()
  return { running, driver }
}
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

const question: DialogQuestion = {
  kind: 'open',
  type: 'none',
  title: '<b>Choose</b>',
  message: '',
  detail: '',
  buttons: ['Open', 'Cancel'],
  checkboxLabel: 'Remember',
  defaultPath: '/ca.pem',
}

/** Presses a button of the dialog as soon as its page has one. */
const pressOpen = `new Promise((resolve) => {
  const look = () => {
    const button = document.querySelector('button')
    if (button === null) return setTimeout(look, 5)
    resolve([document.title, document.querySelectorAll('b').length])
    button.click()
  }
  look()
})`

it('shows a question, its text never taken for HTML, and gives the answer of the button pressed', async () => {
  const { driver } = await startBrowser()
  let seen: Promise<unknown> = Promise.resolve()
  const watched = {
    own: driver.own.bind(driver),
    closePage: driver.closePage.bind(driver),
    createPage: async (params: Parameters<BrowserDriver['createPage']>[0]) => {
      const page = await driver.createPage(params)
      await page.session.send('Runtime.runIfWaitingForDebugger')
      seen = page.session
        .send('Runtime.evaluate', { expression: pressOpen, awaitPromise: true, returnByValue: true })
        .then(({ result }) => result.value as unknown)
      return page
    },
  }
  const answer = await createDialogWindow(Promise.resolve(watched))(question)
  expect(answer).toStrictEqual({ response: 0, checkboxChecked: false, filePaths: ['/ca.pem'] })
  expect(await seen).toStrictEqual([question.title, 0])
})

it('cannot be shown when the browser is gone', async () => {
  const { running, driver } = await startBrowser()
  const exited = once(running.process, 'exit')
  expect(running.process.exitCode).toBeNull()
  await running.close()
  await exited
  await expect(createDialogWindow(Promise.resolve(driver))(question)).rejects.toThrow('the browser is gone')
})
