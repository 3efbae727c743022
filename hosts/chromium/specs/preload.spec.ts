import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchProbe, temporaryFolder, type RunningApp } from '../spec-support/launch-app.ts'

const folder = temporaryFolder()
let app: RunningApp

beforeAll(async () => {
  app = await launchProbe(folder.path)
})
afterAll(async () => {
  await app.stop()
  folder.remove()
})

describe('what the page cannot do', () => {
  it('finds only what was exposed', async () => {
    const before = await app.run(`
      const bare = new electron.BrowserWindow()
      await bare.loadURL('app://probe/')
      const names = await bare.webContents.executeJavaScript('Object.getOwnPropertyNames(window)')
      bare.destroy()
      return names`)
    const names = (await app.page('Object.getOwnPropertyNames(window)')) as string[]
    expect(names.filter((name) => !(before as string[]).includes(name))).toStrictEqual(['api'])
  })

  it.each([
    ['require', 'typeof require'],
    ['process', 'typeof process'],
    ['the binding', 'typeof hostPost'],
    ['the receiver', 'typeof hostReceive'],
    ['ipcRenderer', 'typeof ipcRenderer'],
  ])('sees no %s', async (_name, expression) => {
    expect(await app.page(expression)).toBe('undefined')
  })

  it('changes the API', async () => {
    const tried = `'use strict'; [
      () => { window.api = 1 }, () => { delete window.api }, () => { api.number = 1 },
      () => { api.nested.list.push(1) }, () => { api.nested.list[1].deep = 0 },
    ].map((change) => { try { change(); return 'changed' } catch (error) { return error.constructor.name } })`
    expect(await app.page(tried)).toStrictEqual(new Array(5).fill('TypeError'))
  })

  it('catches the private port by patching what the bridge uses', async () => {
    const caught = await app.page(`(() => {
      const seen = []
      const spy = (owner, name) => {
        const original = owner[name]
        owner[name] = function (...args) { seen.push(this); return original.apply(this, args) }
        return () => { owner[name] = original }
      }
      const undo = [spy(EventTarget.prototype, 'dispatchEvent'), spy(EventTarget.prototype, 'addEventListener')]
      const detail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')
      Object.defineProperty(CustomEvent.prototype, 'detail', { configurable: true, get() { seen.push(this.target); return detail.get.call(this) } })
      const result = api.identity({ value: [1] }).value[0]
      Object.defineProperty(CustomEvent.prototype, 'detail', detail)
      undo.forEach((run) => run())
      return [result, seen.length]
    })()`)
    expect(caught).toStrictEqual([1, 0])
  })

  it('uses an unknown API of the preload: the error names it', async () => {
    await expect(app.page('api.touchUnknown()')).rejects.toThrow('ipcRenderer.sendToHost is not implemented')
  })
})

describe('what crosses the bridge', () => {
  it('runs before the page, in a sandboxed renderer', async () => {
    expect(await app.page('api.atPreload')).toStrictEqual({ scripts: 0, isBeforeBody: true })
    expect(await app.page('api.processInfo')).toStrictEqual({
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
    })
  })

  it.each([
    ['a date', 'api.describe(new Date())', '[object Date]'],
    ['a map', 'api.describe(new Map())', '[object Map]'],
    ['bytes', 'api.describe(new Uint8Array(2))', '[object Uint8Array]'],
    ['an instance, without its class', 'api.describe(new (class A { x = 1 })())', '[object Object]'],
    ['a function as its own proxy', '(() => { const f = () => 1; return api.identity(f) === f })()', true],
    ['a callback and its result', 'api.call((value) => value * 2, 21)', 42],
    ['a promise', 'api.later({ a: [1] })', { a: [1] }],
    ['a cycle', '(() => { const c = {}; c.c = c; const b = api.identity(c); return b.c === b })()', true],
    ['a result of this world', '(api.identity([]) instanceof Array)', true],
  ])('%s', async (_name, expression, expected) => {
    expect(await app.page(expression)).toStrictEqual(expected)
  })

  it.each([
    ['an exception, as a plain error', 'api.fail("boom")', 'boom'],
    [
      'what is thrown and no error',
      'api.failWithString()',
      'An unknown exception occurred in the isolated context',
    ],
    ['a rejection', 'api.rejectLater("later")', 'later'],
    ['what a callback throws', 'api.call(() => { throw new Error("mine") })', 'mine'],
    ['what cannot be cloned', 'api.identity(new Proxy({}, {}))', 'An object could not be cloned.'],
  ])('%s', async (_name, expression, message) => {
    await expect(app.page(expression)).rejects.toThrow(message)
  })
})

it('reports a preload that fails, and shows the page without it', async () => {
  const seen = await app.run(`
    const { writeFileSync } = await import('node:fs')
    const preload = electron.app.getPath('userData') + '/broken.js'
    writeFileSync(preload, 'throw new Error("broken preload")')
    const window = new electron.BrowserWindow({ webPreferences: { preload } })
    const failed = new Promise((resolve) => window.webContents.once('preload-error', (_e, path, error) => resolve([path === preload, error.message])))
    await window.loadURL('app://probe/')
    const result = [...await failed, await window.webContents.executeJavaScript('typeof api + document.title')]
    window.destroy()
    return result`)
  expect(seen).toStrictEqual([true, 'broken preload', 'undefinedProbe page'])
})
