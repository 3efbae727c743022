import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixturePath, launchProbe, RunningApp, temporaryFolder } from '../spec-support/launch-app.ts'
import { processesNaming } from '../spec-support/processes.ts'

let folder: ReturnType<typeof temporaryFolder>
let app: RunningApp | undefined

beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(async () => {
  await app?.stop()
  app = undefined
  folder.remove()
})

/** Resolves when no process of this test's folder is left; the test's own time limit is the bound. */
async function nothingLeft(): Promise<number[]> {
  while (processesNaming(folder.path).length > 0) await pause(20)
  return processesNaming(folder.path)
}

describe('an app that cannot be started', () => {
  it.each([
    ['no such folder', () => 'nowhere'],
    [
      'an entry that throws',
      () => {
        writeFileSync(join(folder.path, 'index.js'), 'throw new Error("broken entry")')
        return join(folder.path, 'index.js')
      },
    ],
  ])('%s: says so and ends with 1', async (_name, path) => {
    app = new RunningApp([path(), '--headless'])
    expect(await app.exited).toBe(1)
    expect(app.errors).toMatch(/broken entry|There is no app at/)
  })
})

describe('the order of the end', () => {
  const watch = `
    const note = (line) => { process.stdout.write(JSON.stringify({ event: line }) + '\\n') }
    shared.window.on('close', () => note('close'))
    shared.window.webContents.on('destroyed', () => note('destroyed'))
    shared.window.on('closed', () => note('closed'))`

  it('quit: before-quit, close, closed, will-quit, quit', async () => {
    app = await launchProbe(folder.path)
    await app.run(`${watch}; setImmediate(() => electron.app.quit())`)
    expect(await app.exited).toBe(0)
    expect(app.events().slice(2)).toStrictEqual([
      'before-quit',
      'close',
      'closed',
      'destroyed',
      'will-quit',
      'quit',
    ])
  })

  it('closing the last window leaves the choice to the app', async () => {
    app = await launchProbe(folder.path)
    await app.run(`${watch}; shared.window.close()`)
    await app.event('window-all-closed')
    expect(await app.run('return electron.BrowserWindow.getAllWindows().length')).toBe(0)
    expect(app.events()).not.toContain('before-quit')
  })

  it('a window that prevents its close stays, and calls quitting off', async () => {
    app = await launchProbe(folder.path)
    await app.run(`shared.window.once('close', (event) => event.preventDefault()); electron.app.quit()`)
    expect(await app.page('document.title')).toBe('Probe page')
    await app.run('setImmediate(() => electron.app.quit())')
    expect(await app.exited).toBe(0)
    expect(app.events().slice(2)).toStrictEqual(['before-quit', 'before-quit', 'will-quit', 'quit'])
  })

  it('a page may hold its window with beforeunload; the app may overrule it', async () => {
    app = await launchProbe(folder.path)
    const held = await app.run(`
      const { webContents } = shared.window
      await webContents.executeJavaScript('addEventListener("beforeunload", (event) => event.preventDefault()); undefined', true)
      const held = new Promise((resolve) => webContents.once('will-prevent-unload', () => resolve(true)))
      shared.window.close()
      const result = await held
      webContents.once('will-prevent-unload', (event) => event.preventDefault())
      setImmediate(() => shared.window.close())
      return result`)
    expect(held).toBe(true)
    await app.event('window-all-closed')
  })

  it('SIGTERM waits for an app that finishes its work first', async () => {
    app = await launchProbe(folder.path)
    await app.run(`
      let isDone = false
      electron.app.on('will-quit', (event) => {
        if (isDone) return
        event.preventDefault()
        setImmediate(() => { isDone = true; process.stdout.write('{"event":"signed-out"}\\n'); electron.app.quit() })
      })`)
    app.process.kill('SIGTERM')
    expect(await app.exited).toBe(0)
    expect(app.events().slice(2)).toStrictEqual([
      'before-quit',
      'will-quit',
      'signed-out',
      'before-quit',
      'will-quit',
      'quit',
    ])
    expect(await nothingLeft()).toStrictEqual([])
  })

  it('exit asks nobody and gives its code', async () => {
    app = await launchProbe(folder.path)
    await app.run(
      `shared.window.on('close', (event) => event.preventDefault()); setImmediate(() => electron.app.exit(7))`,
    )
    expect(await app.exited).toBe(7)
    expect(app.events().slice(2)).toStrictEqual(['quit'])
  })
})

describe('nothing is left running', () => {
  it.each(['SIGINT', 'SIGKILL'] as const)('after %s', async (signal) => {
    app = await launchProbe(folder.path)
    expect(processesNaming(folder.path).length).toBeGreaterThan(1)
    app.process.kill(signal)
    await app.exited
    expect(await nothingLeft()).toStrictEqual([])
  })

  it('after an exception nobody caught', async () => {
    app = await launchProbe(folder.path)
    await app.run('setImmediate(() => { throw new Error("bug") })')
    expect(await app.exited).toBe(1)
    expect(app.errors).toContain('bug')
    expect(await nothingLeft()).toStrictEqual([])
  })

  it('after the browser died', async () => {
    app = await launchProbe(folder.path)
    const [browser] = processesNaming(join(folder.path, 'chromium-profile'))
    process.kill(browser!, 'SIGKILL')
    expect(await app.exited).toBe(1)
    expect(app.errors).toContain('the browser ended unexpectedly')
    expect(await nothingLeft()).toStrictEqual([])
  })
})

describe('the single-instance lock', () => {
  it('tells the first about the second, which gets no', async () => {
    app = await launchProbe(folder.path, ['--single'])
    const args = [fixturePath('probe'), '--headless', '--user-data-dir', folder.path, '--single', '--link=x']
    const second = new RunningApp(args)
    expect(await second.event('lock')).toStrictEqual({ event: 'lock', first: false })
    expect(await second.exited).toBe(0)
    const heard = await app.event('second-instance')
    expect(heard.argv).toStrictEqual([process.execPath, fixturePath('probe'), ...args.slice(1)])
    expect(heard.data).toMatchObject({ from: second.process.pid, when: [1, 2] })
  })

  it.each([
    ['a deep link', ['deskside://state/busy?reason=201#x y']],
    ['a command', ['--command', 'auto-idle=off']],
    ['a command in one word', ['--command=auto-idle=off']],
  ])('passes on %s', async (_name, words) => {
    app = await launchProbe(folder.path, ['--single'])
    const second = new RunningApp([
      fixturePath('probe'),
      '--user-data-dir',
      folder.path,
      '--single',
      ...words,
    ])
    expect(await second.exited).toBe(0)
    const heard = await app.event('second-instance')
    expect((heard.argv as string[]).slice(-words.length)).toStrictEqual(words)
    expect(heard.cwd).toBe(process.cwd())
  })

  it('is taken over from a dead holder', async () => {
    mkdirSync(join(folder.path, 'SingletonInbox'), { recursive: true })
    writeFileSync(join(folder.path, 'SingletonLock'), `${String(process.pid)}\nlong ago`)
    app = await launchProbe(folder.path, ['--single'])
    expect(await app.event('lock')).toStrictEqual({ event: 'lock', first: true })
    expect(readdirSync(folder.path).filter((name) => name.startsWith('SingletonLock.'))).toStrictEqual([])
  })
})
