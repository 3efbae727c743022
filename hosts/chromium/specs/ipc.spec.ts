import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchProbe, temporaryFolder, type RunningApp } from '../spec-support/launch-app.ts'

const folder = temporaryFolder()
let app: RunningApp

beforeAll(async () => {
  app = await launchProbe(folder.path)
  await app.run(`
    electron.ipcMain.handle('echo', (_event, value) => value)
    electron.ipcMain.handle('throws', () => { throw new RangeError('too far') })
    electron.ipcMain.handle('throws-text', () => { throw 'just text' })
    electron.ipcMain.handle('returns-function', () => () => 1)`)
})
beforeEach(() => app.run('shared.log.length = 0'))
afterAll(async () => {
  await app.stop()
  folder.remove()
})

describe('refusals, worded as Electron words them', () => {
  it.each([
    [
      'no handler',
      'api.invoke("nobody")',
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    ],
    [
      'a handler that throws',
      'api.invoke("throws")',
      "Error invoking remote method 'throws': RangeError: too far",
    ],
    [
      'a handler that throws text',
      'api.invoke("throws-text")',
      "Error invoking remote method 'throws-text': just text",
    ],
    [
      'a result that cannot be cloned',
      'api.invoke("returns-function")',
      "Error invoking remote method 'returns-function': Error: An object could not be cloned.",
    ],
  ])('%s', async (_name, expression, message) => {
    const text = await app.page(`${expression}.catch((error) => error.message)`)
    expect(text).toBe(message)
  })

  it('an argument that cannot be cloned, in either direction', async () => {
    await expect(app.page('api.invoke("echo", () => 1)')).rejects.toThrow('An object could not be cloned.')
    const send = `shared.window.webContents.send('x', () => 1)`
    await expect(app.run(send)).rejects.toThrow('An object could not be cloned.')
  })

  it('a second handler for a channel', async () => {
    await expect(app.run(`electron.ipcMain.handle('echo', () => 1)`)).rejects.toThrow(
      "Attempted to register a second handler for 'echo'",
    )
  })
})

it('carries structured clones both ways', async () => {
  const kinds = await app.page(`(async () => {
    const cyclic = { name: 'c' }
    cyclic.self = cyclic
    const values = [new Date(5), new Map([[{ k: 1 }, new Set([1n])]]), new Uint8Array([1, 2]), undefined, NaN, cyclic, new TypeError('t')]
    const back = await api.invoke('echo', values)
    return [
      back[0].getTime(), [...back[1].values()][0].has(1n), back[2].length, back[3] === undefined && 3 in back,
      Number.isNaN(back[4]), back[5].self === back[5], back[6].message,
    ]
  })()`)
  expect(kinds).toStrictEqual([5, true, 2, true, true, true, 't'])
})

it('asks frame, window and app in this order, and tells all three', async () => {
  const order = await app.run(`
    const { webContents } = shared.window
    const ipcs = [webContents.mainFrame.ipc, webContents.ipc, electron.ipcMain]
    const answers = []
    for (const [index, ipc] of ipcs.entries()) {
      ipc.handle('who', () => index)
      ipc.on('tell', () => shared.note(index))
    }
    for (const ipc of ipcs) {
      answers.push(await webContents.executeJavaScript('api.invoke("who")'))
      ipc.removeHandler('who')
    }
    await webContents.executeJavaScript('api.send("tell"), api.invoke("echo", 1)')
    return [answers, shared.log]`)
  expect(order).toStrictEqual([
    [0, 1, 2],
    ['0', '1', '2'],
  ])
})

describe('messages to the page', () => {
  it('reach subscribers until they leave', async () => {
    await app.page(
      'window.heard = []; window.stop = api.subscribe("news", (...args) => heard.push(args)); undefined',
    )
    await app.run(`shared.window.webContents.send('news', 1, { two: new Date(2) })`)
    await app.page('api.invoke("echo", 1).then(() => { stop() })')
    await app.run(`shared.window.webContents.send('news', 3)`)
    expect(
      await app.page('api.invoke("echo", 1).then(() => [heard.length, heard[0][1].two.getTime()])'),
    ).toStrictEqual([1, 2])
  })

  it('are dropped while no document can hear them', async () => {
    const result = await app.run(`
      const window = shared.open()
      window.webContents.send('news', 'too early')
      await window.loadURL('app://probe/')
      window.destroy()
      let refusal = ''
      try { window.webContents.send('news', 'too late') } catch (error) { refusal = error.message }
      return refusal`)
    expect(result).toBe('Object has been destroyed')
  })
})

it('shows the document that sent a message, and null once it is gone', async () => {
  const result = await app.run(`
    const { webContents } = shared.window
    const seen = []
    let kept
    electron.ipcMain.handle('where', (event) => {
      kept = event
      const { url, origin, parent, detached } = event.senderFrame
      seen.push([url, origin, parent, detached, event.senderFrame === webContents.mainFrame, event.sender === webContents])
    })
    await webContents.executeJavaScript('api.invoke("where")')
    await shared.window.loadURL('app://probe/?again')
    seen.push(kept.senderFrame)
    return seen`)
  expect(result).toStrictEqual([['app://probe/', 'app://probe', null, false, true, true], null])
})
