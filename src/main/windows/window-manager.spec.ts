import { describe, expect, it } from 'vitest'
import { commandChannels } from '../../shared/ipc/channels.ts'
import { manageWindows } from './testing/managed-windows.ts'

describe('a page that dies', () => {
  it('is loaded again three times a minute, then no more', async () => {
    const { manager, clock, entries } = manageWindows()
    const { webContents: page } = await manager.open()
    for (let n = 0; n < 5; n += 1) page.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    expect(page.reloads).toBe(3)
    clock.time = 60_000
    page.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 })
    expect(page.reloads).toBe(4)
    expect(entries.filter((entry) => entry.message === 'page gone')).toHaveLength(6)
  })

  it('is not loaded again when it ended in order, or its window is gone', async () => {
    const { manager, desk } = manageWindows()
    const { webContents: page } = await manager.open()
    page.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
    expect(desk.calls).toEqual([])
    page.isGone = true
    page.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    expect(page.reloads).toBe(0)
    expect(desk.calls).toEqual([['crashed', 'crashed']])
  })

  it('watches nothing any more', async () => {
    const { manager, watches } = manageWindows()
    const { webContents: page } = await manager.open()
    watches.set(page.id, ['roster'])
    page.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    expect(watches.has(page.id, 'roster')).toBe(false)
  })
})

describe('a new window', () => {
  it.each([
    ['not where none may appear', { showsWindows: false }, false],
    ['not when it is to start in the tray', {}, true],
  ])('is shown: %s', async (_, options, isHidden) => {
    const window = await manageWindows(options).manager.open(isHidden)
    window.emit('ready-to-show')
    expect(window.isVisible()).toBe(false)
  })

  it('is shown once it has painted', async () => {
    const window = await manageWindows().manager.open()
    expect(window.isVisible()).toBe(false)
    window.emit('ready-to-show')
    expect(window.isVisible()).toBe(true)
  })
})

describe('what the page says in its console', () => {
  const saidBy = (level: string, message: string) => ({
    level,
    message,
    lineNumber: 7,
    sourceId: 'app://deskside/assets/index.js',
  })

  it.each(['debug', 'info', 'warning'])('is its own affair at level %s', async (level) => {
    const { manager, entries } = manageWindows()
    const { webContents: page } = await manager.open()
    page.emit('console-message', saidBy(level, 'something'))
    expect(entries).toEqual([])
  })

  it('is logged at level error, without secrets', async () => {
    const { manager, entries } = manageWindows()
    const { webContents: page } = await manager.open()
    page.emit('console-message', saidBy('error', 'bridge command "signIn" was rejected: password=hunter2'))
    expect(entries).toMatchObject([
      {
        level: 'error',
        message: 'page reported an error',
        fields: { source: 'app://deskside/assets/index.js', line: 7 },
      },
    ])
    expect(JSON.stringify(entries)).toContain('bridge command')
    expect(JSON.stringify(entries)).not.toContain('hunter2')
  })
})

describe('watches', () => {
  it.each([
    [{ isMainFrame: true, isSameDocument: false }, false],
    [{ isMainFrame: true, isSameDocument: true }, true],
    [{ isMainFrame: false, isSameDocument: false }, true],
  ])('after a navigation %j are kept: %s', async (event, isKept) => {
    const { manager, watches } = manageWindows()
    const { webContents: page } = await manager.open()
    watches.set(page.id, ['waiting'])
    page.emit('did-start-navigation', event)
    expect(watches.has(page.id, 'waiting')).toBe(isKept)
  })

  it('go with the window', async () => {
    const { manager, watches, intent } = manageWindows()
    const window = await manager.open()
    watches.set(window.webContents.id, ['waiting'])
    intent.declare('user')
    window.close()
    expect(watches.has(window.webContents.id, 'waiting')).toBe(false)
    expect(manager.windows).toEqual([])
  })
})

describe('windows', () => {
  it('that cannot load their page are reported', async () => {
    const { manager, failLoading } = manageWindows()
    failLoading()
    await expect(manager.open()).rejects.toThrow('ERR_FAILED')
  })

  it('are shown when there is something to see', async () => {
    const { manager } = manageWindows()
    const window = await manager.open()
    expect(window.isVisible()).toBe(false)
    window.emit('ready-to-show')
    expect(window.isVisible()).toBe(true)
  })

  it('stay away where none may appear', async () => {
    const { manager } = manageWindows({ showsWindows: false })
    const window = await manager.open()
    window.emit('ready-to-show')
    expect(window.isVisible()).toBe(false)
  })

  it('are hidden instead of closed while they are the last', async () => {
    const { manager, made } = manageWindows()
    await manager.open()
    await manager.open()
    for (const window of made) window.show()
    made[1]!.close()
    made[0]!.close()
    expect(made.map((window) => window.isDestroyed())).toEqual([false, true])
    expect(made[0]!.isVisible()).toBe(false)
  })

  it('each have every command, and can be sent to while they live', async () => {
    const { manager, made } = manageWindows()
    await manager.open()
    await manager.open()
    expect(made.map((window) => window.webContents.channels)).toEqual([commandChannels, commandChannels])
    const { receivers } = manager
    made[0]!.isGone = true
    expect(receivers.map((receiver) => [receiver.id, receiver.isLive()])).toEqual([
      [1, false],
      [2, true],
    ])
    expect(manager.find(2)).toBe(made[1])
    expect(manager.find(1)).toBeNull()
  })

  it('report that their page has loaded', async () => {
    const { manager, desk } = manageWindows()
    const { webContents: page } = await manager.open()
    page.emit('did-finish-load')
    expect(desk.calls).toEqual([['loaded']])
  })
})
