import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchProbe, temporaryFolder, type RunningApp } from '../spec-support/launch-app.ts'

const folder = temporaryFolder()
let app: RunningApp

beforeAll(async () => {
  writeFileSync(
    join(folder.path, 'worker.mjs'),
    `process.parentPort.on('message', ({ data }) => {
      if (data === 'end') process.exit(3)
      process.parentPort.postMessage({ back: data, args: process.argv.slice(2), type: process.type })
    })
    console.log('worker speaks')`,
  )
  app = await launchProbe(folder.path, ['--lang', 'es'])
})
beforeEach(() => app.run('shared.log.length = 0'))
afterAll(async () => {
  await app.stop()
  folder.remove()
})

describe('unknown API', () => {
  it.each([
    ['electron.app.foo', 'electron.app.foo'],
    ['new electron.BrowserWindow({ show: false }).foo', 'electron.BrowserWindow.foo'],
    ['electron.autoUpdater.checkForUpdates()', 'electron.autoUpdater.checkForUpdates'],
    ['electron.session.fromPartition("x")', 'electron.session.fromPartition'],
    ['electron.session.defaultSession.cookies', 'electron.session.defaultSession.cookies'],
    ['shared.window.webContents.debugger', 'electron.webContents.debugger'],
  ])('%s', async (code, name) => {
    await expect(app.run(`return ${code}`)).rejects.toThrow(`Chromium host: ${name} is not implemented`)
  })

  it('is refused in a way libraries survive: electron-store works', async () => {
    const stored = await app.run(`
      const { default: Store } = await import('electron-store')
      const store = new Store({ name: 'probe' })
      store.set('answer', 42)
      return [store.get('answer'), store.path.startsWith(electron.app.getPath('userData'))]`)
    expect(stored).toStrictEqual([42, true])
  })

  it('is refused for CommonJS too', async () => {
    const named = await app.run(`
      const { createRequire } = await import('node:module')
      const required = createRequire(electron.app.getAppPath() + '/')('electron')
      try { required.foo } catch (error) { return [error.message.slice(0, 45), required.app === electron.app] }`)
    expect(named).toStrictEqual(['Chromium host: electron.foo is not implemented'.slice(0, 45), true])
  })
})

it('tells the app who and where it is', async () => {
  const facts =
    await app.run(`const { app } = electron; return [app.getName(), app.getVersion(), app.getLocale(),
    app.isPackaged, app.getPath('userData'), process.type, process.argv.slice(2, 3), Number.parseInt(process.versions.electron)]`)
  expect(facts).toStrictEqual(['Probe', '1.2.3', 'es', false, folder.path, 'browser', ['--headless'], 45])
  expect(await app.page('navigator.language')).toBe('es')
})

describe('utility processes', () => {
  it('exchange structured clones and tell their end', async () => {
    const result = await app.run(`
      const child = electron.utilityProcess.fork(${JSON.stringify(join(folder.path, 'worker.mjs'))}, ['--x'], { stdio: 'pipe' })
      const said = new Promise((resolve) => child.stdout.once('data', (text) => resolve(String(text).trim())))
      await new Promise((resolve) => child.once('spawn', resolve))
      const hasPid = child.pid > 0
      const back = new Promise((resolve) => child.once('message', resolve))
      child.postMessage({ when: new Date(5), map: new Map([[1, 2]]) })
      const { back: { when, map }, args, type } = await back
      const exit = new Promise((resolve) => child.once('exit', resolve))
      child.postMessage('end')
      return [hasPid, await said, when.getTime(), map.get(1), args, type, await exit, child.pid === undefined]`)
    expect(result).toStrictEqual([true, 'worker speaks', 5, 2, ['--x'], 'utility', 3, true])
  })

  it('refuse what cannot be cloned', async () => {
    const result = app.run(`
      const child = electron.utilityProcess.fork(${JSON.stringify(join(folder.path, 'worker.mjs'))})
      try { child.postMessage(() => 1) } finally { child.kill() }`)
    await expect(result).rejects.toThrow('An object could not be cloned.')
  })
})

it('has no place for secrets, and says so', async () => {
  expect(await app.run('return electron.safeStorage.isEncryptionAvailable()')).toBe(false)
  await expect(app.run(`return electron.safeStorage.encryptStringAsync('x')`)).rejects.toThrow(
    'no system keychain',
  )
})

describe('permissions', () => {
  it('asks the request handler when the page asks, and obeys it', async () => {
    const result = await app.run(`
      electron.session.defaultSession.setPermissionRequestHandler((contents, permission, callback, details) => {
        shared.note(permission, details.requestingUrl, contents === shared.window.webContents)
        callback(shared.grant === true)
      })
      await shared.window.loadURL('app://probe/')
      const ask = () => shared.window.webContents.executeJavaScript('Notification.requestPermission()', true)
      const refused = await ask()
      shared.grant = true
      return [refused, await ask(), shared.log]`)
    const asked = 'notifications app://probe/ true'
    expect(result).toStrictEqual(['denied', 'granted', [asked, asked]])
  })
})

it('lets webRequest change headers and stop requests', async () => {
  const result = await app.run(`
    const { webRequest } = electron.session.defaultSession
    shared.pages.set('/data', 'some data')
    webRequest.onHeadersReceived((details, callback) => callback({ responseHeaders: { ...details.responseHeaders, 'x-added': ['yes'] } }))
    webRequest.onBeforeRequest({ urls: ['*://*/blocked', 'app://*/blocked'] }, (_details, callback) => callback({ cancel: true }))
    await shared.window.loadURL('app://probe/')
    const read = (url) => shared.window.webContents.executeJavaScript('fetch("' + url + '").then((r) => r.headers.get("x-added"), (e) => e.message)')
    const seen = [await read('/data'), await read('/blocked')]
    webRequest.onHeadersReceived(null)
    webRequest.onBeforeRequest(null)
    return seen`)
  expect(result).toStrictEqual(['yes', 'Failed to fetch'])
})

it('captures the page at the size of its window', async () => {
  const size = await app.run(`
    shared.window.setBounds({ width: 420, height: 300 })
    await new Promise((resolve) => { const look = async () => (await shared.window.webContents.executeJavaScript('innerWidth')) === 420 ? resolve() : setImmediate(look); look() })
    return (await shared.window.capturePage()).getSize()`)
  expect(size).toStrictEqual({ width: 420, height: 300 })
})

it('a request body reaches the handler of the app’s protocol', async () => {
  const body = await app.run(`
    electron.protocol.unhandle('app')
    electron.protocol.handle('app', async (request) => new Response(request.method + ' ' + request.url + ' ' + await request.text()))
    return shared.window.webContents.executeJavaScript('fetch("/post?x=1", { method: "POST", body: "päylöad" }).then((r) => r.text())')`)
  expect(body).toBe('POST app://probe/post?x=1 päylöad')
})
