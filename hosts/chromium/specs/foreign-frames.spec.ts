import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchProbe, temporaryFolder, type RunningApp } from '../spec-support/launch-app.ts'

const folder = temporaryFolder()
let app: RunningApp
let browser: Browser
let page: Page

beforeAll(async () => {
  app = await launchProbe(folder.path, ['--remote-debugging-port', '0'])
  const [port = ''] = readFileSync(join(folder.path, 'chromium-profile', 'DevToolsActivePort'), 'utf8').split(
    '\n',
  )
  browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  page = browser.contexts()[0]!.pages()[0]!
})
afterAll(async () => {
  await browser.close()
  await app.stop()
  folder.remove()
})

it('lets Playwright drive the page through the debugging port', async () => {
  await app.run(`await shared.window.loadURL('app://probe/')`)
  await expect(page.getByRole('heading').textContent()).resolves.toBe('Probe')
  expect(page.url()).toBe('https://probe.app.invalid/')
})

/** Speaks in a frame's preload world as a compromised renderer could: the world's way out is all there is. */
async function forge(session: CDPSession, frameId: string, channel: string): Promise<void> {
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId,
    worldName: 'Electron Isolated Context',
  })
  const message = JSON.stringify(['invoke', 1, channel, 'J["forged"]'])
  await session.send('Runtime.evaluate', {
    expression: `hostPost(${JSON.stringify(message)})`,
    contextId: executionContextId,
  })
}

describe('a page with frames', () => {
  beforeAll(() =>
    app.run(`
      shared.pages.set('/framed', '<title>Framed</title><iframe src="/child"></iframe><iframe src="https://foreign.app.invalid/child"></iframe>')
      shared.pages.set('/child', '<title>Child</title>')
      shared.policy = (event) => {
        const frame = event.senderFrame
        if (frame === null || frame.detached || frame.parent !== null || frame.origin !== 'app://probe') {
          shared.note('refused', frame.origin, frame.url, frame.parent === frame.top)
          throw new Error('forbidden sender')
        }
        shared.note('accepted')
      }
      shared.window.webContents.ipc.handle('guarded', shared.policy)`),
  )
  beforeEach(() => app.run(`shared.log.length = 0; await shared.window.loadURL('app://probe/framed')`))

  it('shows a message of a subframe as that frame’s, so that a sender policy can refuse it', async () => {
    await app.page('api.invoke("guarded")')
    const session = await page.context().newCDPSession(page)
    const { frameTree } = await session.send('Page.getFrameTree')
    const frames = frameTree.childFrames ?? []
    expect(frames).toHaveLength(2)
    for (const { frame } of frames) await forge(session, frame.id, 'guarded')
    // An answered call of the page proves that the two before it were handled.
    await app.page('api.invoke("guarded")')
    expect(await app.run('return shared.log')).toStrictEqual([
      'accepted',
      'refused app://probe app://probe/child true',
      'refused app://foreign app://foreign/child true',
      'accepted',
    ])
  })

  it('survives messages that are none', async () => {
    const session = await page.context().newCDPSession(page)
    const { frameTree } = await session.send('Page.getFrameTree')
    const child = frameTree.childFrames![0]!.frame.id
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: child,
      worldName: 'Electron Isolated Context',
    })
    for (const text of [
      '',
      'null',
      '[]',
      '["invoke"]',
      '["send","x"]',
      '["send","x","T[9,[]]"]',
      '["invoke",1,"x","!"]',
    ]) {
      await session.send('Runtime.evaluate', {
        expression: `hostPost(${JSON.stringify(text)})`,
        contextId: executionContextId,
      })
    }
    expect(await app.page('api.invoke("guarded").then(() => "alive")')).toBe('alive')
  })
})
