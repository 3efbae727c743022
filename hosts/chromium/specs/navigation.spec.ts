import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchProbe, temporaryFolder, type RunningApp } from '../spec-support/launch-app.ts'

const folder = temporaryFolder()
let app: RunningApp

beforeAll(async () => {
  app = await launchProbe(folder.path)
  await app.run(`
    shared.pages.set('/framed', '<title>Framed</title><iframe src="app://other/child"></iframe><iframe src="/child"></iframe>')
    shared.pages.set('/child', '<title>Child</title>')
    shared.pages.set('/styled', '<title>Styled</title><style>h1{color:red}</style><img src="https://elsewhere.example/x.png"><h1>x</h1>')
    electron.protocol.unhandle('app')
    electron.protocol.handle('app', (request) => {
      const { pathname } = new URL(request.url)
      if (pathname === '/moved') return new Response(null, { status: 302, headers: { location: 'app://probe/child' } })
      return new Response(shared.pages.get(pathname) ?? 'none', { headers: {
        'content-type': 'text/html', 'content-security-policy': "default-src 'none'; script-src 'self'; frame-src app:; form-action 'self'" } })
    })
    const { webContents } = shared.window
    const names = ['will-navigate', 'will-frame-navigate', 'will-redirect']
    for (const name of names) webContents.on(name, (event) => {
      shared.note(name, event.url, event.isMainFrame)
      if (shared.deny?.includes(name)) event.preventDefault()
    })
    webContents.on('did-navigate', (_event, url, code) => shared.note('did-navigate', url, code))
    webContents.on('console-message', (event) => shared.note('console', event.level, event.message))`)
})
beforeEach(async () => {
  await app.run(`shared.deny = []; await shared.window.loadURL('app://probe/'); shared.log.length = 0`)
})
afterAll(async () => {
  await app.stop()
  folder.remove()
})

/** Does something in the page and waits until main has answered afterwards. */
async function log(code: string): Promise<unknown> {
  return app.run(`${code}; return shared.log`)
}

describe('navigations a page starts', () => {
  it.each([
    ['will-navigate', 'https://elsewhere.example/'],
    ['will-frame-navigate', 'https://elsewhere.example/'],
    ['will-navigate', 'app://elsewhere/x'],
  ])('%s may stop %s', async (name, url) => {
    const seen = await log(`
      shared.deny = ['${name}']
      const stopped = new Promise((resolve) => shared.window.webContents.once('${name}', resolve))
      await shared.window.webContents.executeJavaScript('location.href = ${JSON.stringify(url)}; undefined')
      await stopped
      await shared.window.webContents.executeJavaScript('1')
      shared.note(shared.window.webContents.getURL())`)
    expect(seen).toContain('app://probe/')
    expect(seen).toContain(`${name} ${url} true`)
    expect(JSON.stringify(seen)).not.toContain('did-navigate')
  })

  it('a redirect may be stopped by will-redirect', async () => {
    const seen = await log(`
      shared.deny = ['will-redirect']
      await shared.window.loadURL('app://probe/moved').catch((error) => shared.note(error.code))`)
    expect(seen).toStrictEqual(['will-redirect app://probe/child true', 'ERR_ABORTED'])
  })

  it('goes where nobody stops it, told in the app’s own URLs', async () => {
    const seen = await log(`
      const arrived = new Promise((resolve) => shared.window.webContents.once('did-finish-load', resolve))
      await shared.window.webContents.executeJavaScript('location.href = "/child"; undefined')
      await arrived`)
    expect(seen).toStrictEqual([
      'will-frame-navigate app://probe/child true',
      'will-navigate app://probe/child true',
      'did-navigate app://probe/child 200',
    ])
  })
})

it('does not guard what the app itself loads, and rejects what cannot be loaded', async () => {
  const seen = await log(`
    await shared.window.loadURL('app://probe/child')
    for (const url of ['http://127.0.0.1:9/', 'not a url'])
      await shared.window.loadURL(url).catch((error) => shared.note(error.code, error.errno, error.url))`)
  expect(seen).toStrictEqual([
    'did-navigate app://probe/child 200',
    'ERR_UNSAFE_PORT -312 http://127.0.0.1:9/',
    'ERR_INVALID_URL -300 not a url',
  ])
})

it('enforces the Content-Security-Policy header of the app’s protocol', async () => {
  const seen = (await log(`await shared.window.loadURL('app://probe/styled')`)) as string[]
  const violations = seen.filter((line) => line.startsWith('console error'))
  expect(violations).toHaveLength(2)
  expect(violations.join()).toMatch(/Content Security Policy/)
  expect(await app.page('fetch("https://elsewhere.example/").catch((error) => error.message)')).toBe(
    'Failed to fetch',
  )
  expect(await app.page('eval("1")').catch((error: unknown) => String(error))).toMatch(
    /unsafe-eval|EvalError/,
  )
})

describe('subframes', () => {
  it('have no preload, and are seen with their own origin', async () => {
    const frames = await app.run(`
      await shared.window.loadURL('app://probe/framed')
      const { mainFrame } = shared.window.webContents
      const apis = await Promise.all(mainFrame.frames.map((frame) => frame.executeJavaScript('typeof api')))
      return mainFrame.frames.map((frame, index) => [frame.origin, frame.url, frame.parent === mainFrame, frame.top === mainFrame, apis[index]])`)
    expect(frames).toStrictEqual([
      ['app://other', 'app://other/child', true, true, 'undefined'],
      ['app://probe', 'app://probe/child', true, true, 'undefined'],
    ])
  })
})

describe('windows a page opens', () => {
  it('are decided by the handler, which sees the app’s URL', async () => {
    const seen = await log(`
      const { webContents } = shared.window
      const asked = new Promise((resolve) => webContents.setWindowOpenHandler(({ url }) => { resolve(); shared.note(url); return { action: 'deny' } }))
      await webContents.executeJavaScript('window.open("https://elsewhere.example/pop"); undefined', true)
      await asked
      await webContents.executeJavaScript('1')
      shared.note(electron.BrowserWindow.getAllWindows().length)`)
    expect(seen).toStrictEqual(['https://elsewhere.example/pop', '1'])
  })

  it('become windows when allowed', async () => {
    const seen = await log(`
      const { webContents } = shared.window
      webContents.setWindowOpenHandler(() => ({ action: 'allow', overrideBrowserWindowOptions: { title: 'Child' } }))
      const created = new Promise((resolve) => webContents.once('did-create-window', resolve))
      await webContents.executeJavaScript('window.open("/child"); undefined', true)
      const child = await created
      await new Promise((resolve) => child.webContents.once('did-finish-load', resolve))
      shared.note(child.webContents.getURL(), await child.webContents.executeJavaScript('document.title'))
      child.destroy()`)
    expect(seen).toStrictEqual(['app://probe/child Child'])
  })
})

it('notices a page that crashes, and loads it again', async () => {
  const seen = await log(`
    const { webContents } = shared.window
    const gone = new Promise((resolve) => webContents.once('render-process-gone', (_event, details) => resolve(details.reason)))
    webContents.forcefullyCrashRenderer()
    shared.note(await gone, webContents.isCrashed())
    await shared.window.loadURL('app://probe/')
    shared.note(webContents.isCrashed(), await webContents.executeJavaScript('document.title'))`)
  expect(seen).toStrictEqual(['crashed true', 'did-navigate app://probe/ 200', 'false Probe page'])
})
