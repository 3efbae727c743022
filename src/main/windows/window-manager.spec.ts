import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { ok } from '../../shared/result.ts'
import { commandChannels } from '../../shared/ipc/channels.ts'
import { FakeDesk } from '../ipc/testing/fake-desk.ts'
import { fakeRecords } from '../ipc/testing/fake-records.ts'
import { FakeContents } from '../ipc/testing/fake-window.ts'
import { createHandlers } from '../ipc/handlers.ts'
import { CommandRouter } from '../ipc/router.ts'
import { Watches } from '../ipc/watches.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { ownOriginOf } from '../security/own-origin.ts'
import { FakeShownWindow } from './testing/fake-shown-window.ts'
import { QuitIntent } from './quit-intent.ts'
import { WindowManager } from './window-manager.ts'
import { windowOptions } from './window-options.ts'
import { WindowVisibility } from './window-visibility.ts'

class FakePage extends FakeContents {
  private readonly events = new EventEmitter()
  readonly sent: unknown[] = []
  reloads = 0
  isGone = false

  isDestroyed(): boolean {
    return this.isGone
  }
  reload(): void {
    this.reloads += 1
  }
  send(channel: string, payload: unknown): void {
    this.sent.push([channel, payload])
  }
  on(event: string, listener: (...args: never[]) => void): this {
    this.events.on(event, listener as (...args: unknown[]) => void)
    return this
  }
  emit(event: string, ...args: unknown[]): void {
    this.events.emit(event, ...args)
  }
}

class FakeWindow extends FakeShownWindow {
  private readonly events = new EventEmitter()
  readonly webContents: FakePage
  readonly loaded: string[] = []
  canLoad = true

  constructor(id: number) {
    super()
    this.webContents = new FakePage(id)
    this.hide()
  }
  async loadURL(address: string): Promise<void> {
    if (!this.canLoad) throw new Error('ERR_FAILED')
    this.loaded.push(address)
  }
  once(event: string, listener: () => void): this {
    this.events.once(event, listener)
    return this
  }
  on(event: string, listener: (event: { preventDefault(): void }) => void): this {
    this.events.on(event, listener)
    return this
  }
  emit(event: string): void {
    this.events.emit(event)
  }
  /** What the user's click on the cross does. */
  close(): void {
    const event = new Event('close', { cancelable: true })
    this.events.emit('close', event)
    if (event.defaultPrevented) return
    this.isGone = true
    this.events.emit('closed')
  }
}

function setUp(options: { readonly showsWindows?: boolean } = {}) {
  const desk = new FakeDesk()
  const watches = new Watches(desk)
  const { log, entries } = createRecordingLogger()
  const clock = { time: 0, now: () => clock.time }
  const intent = new QuitIntent()
  const refuse = async () => ({ ok: false, error: { code: 'not-connected' } }) as const
  const router = new CommandRouter({
    handlers: createHandlers({
      desk,
      supervisor: { connect: refuse, readBindings: refuse, unbind: refuse, unbindAll: refuse, undo: refuse },
      watches,
      ...fakeRecords(),
      snapshotAsked: () => undefined,
      chooseCaFile: async () => null,
      saveJournal: async () => ok(null),
      quit: () => undefined,
    }),
    own: ownOriginOf('app://deskside/'),
    log,
    clock,
    newReference: () => 'ref',
    checksOutputs: true,
    isEnding: () => false,
  })
  let nextId = 1
  const made: FakeWindow[] = []
  let canLoad = true
  const manager: WindowManager<FakeWindow> = new WindowManager<FakeWindow>({
    createWindow: () => {
      const window = new FakeWindow(nextId++)
      window.canLoad = canLoad
      made.push(window)
      return window
    },
    address: 'app://deskside/index.html',
    router,
    watches,
    clock,
    log,
    showsWindows: options.showsWindows ?? true,
    loaded: () => desk.calls.push(['loaded']),
    crashed: (reason) => desk.calls.push(['crashed', reason]),
    visibility: () => visibility,
  })
  const visibility: WindowVisibility<FakeWindow> = new WindowVisibility<FakeWindow>({
    windows: () => manager.windows,
    openWindow: () => undefined,
    intent,
    hasTray: () => true,
    explainHidden: () => undefined,
  })
  return { desk, watches, entries, clock, intent, manager, made, failLoading: () => (canLoad = false) }
}

describe('a page that dies', () => {
  it('is loaded again three times a minute, then no more', async () => {
    const { manager, clock, entries } = setUp()
    const { webContents: page } = await manager.open()
    for (let n = 0; n < 5; n += 1) page.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    expect(page.reloads).toBe(3)
    clock.time = 60_000
    page.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 })
    expect(page.reloads).toBe(4)
    expect(entries.filter((entry) => entry.message === 'page gone')).toHaveLength(6)
  })

  it('is not loaded again when it ended in order, or its window is gone', async () => {
    const { manager, desk } = setUp()
    const { webContents: page } = await manager.open()
    page.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
    expect(desk.calls).toEqual([])
    page.isGone = true
    page.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    expect(page.reloads).toBe(0)
    expect(desk.calls).toEqual([['crashed', 'crashed']])
  })

  it('watches nothing any more', async () => {
    const { manager, watches } = setUp()
    const { webContents: page } = await manager.open()
    watches.set(page.id, ['roster'])
    page.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    expect(watches.has(page.id, 'roster')).toBe(false)
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
    const { manager, entries } = setUp()
    const { webContents: page } = await manager.open()
    page.emit('console-message', saidBy(level, 'something'))
    expect(entries).toEqual([])
  })

  it('is logged at level error, without secrets', async () => {
    const { manager, entries } = setUp()
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
    const { manager, watches } = setUp()
    const { webContents: page } = await manager.open()
    watches.set(page.id, ['waiting'])
    page.emit('did-start-navigation', event)
    expect(watches.has(page.id, 'waiting')).toBe(isKept)
  })

  it('go with the window', async () => {
    const { manager, watches, intent } = setUp()
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
    const { manager, failLoading } = setUp()
    failLoading()
    await expect(manager.open()).rejects.toThrow('ERR_FAILED')
  })

  it('are shown when there is something to see', async () => {
    const { manager } = setUp()
    const window = await manager.open()
    expect(window.isVisible()).toBe(false)
    window.emit('ready-to-show')
    expect(window.isVisible()).toBe(true)
  })

  it('stay away where none may appear', async () => {
    const { manager } = setUp({ showsWindows: false })
    const window = await manager.open()
    window.emit('ready-to-show')
    expect(window.isVisible()).toBe(false)
  })

  it('are hidden instead of closed while they are the last', async () => {
    const { manager, made } = setUp()
    await manager.open()
    await manager.open()
    for (const window of made) window.show()
    made[1]!.close()
    made[0]!.close()
    expect(made.map((window) => window.isDestroyed())).toEqual([false, true])
    expect(made[0]!.isVisible()).toBe(false)
  })

  it('each have every command, and can be sent to while they live', async () => {
    const { manager, made } = setUp()
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
    const { manager, desk } = setUp()
    const { webContents: page } = await manager.open()
    page.emit('did-finish-load')
    expect(desk.calls).toEqual([['loaded']])
  })
})

describe('privileges of a page', () => {
  const { webPreferences, show } = windowOptions({
    preload: '/p.cjs',
    icon: '/i.png',
    isDark: true,
    hasDevTools: false,
  })

  it.each([
    ['sandbox', true],
    ['contextIsolation', true],
    ['webSecurity', true],
    ['nodeIntegration', false],
    ['nodeIntegrationInWorker', false],
    ['nodeIntegrationInSubFrames', false],
    ['webviewTag', false],
    ['allowRunningInsecureContent', false],
    ['experimentalFeatures', false],
    ['devTools', false],
  ] as const)('%s is %s', (name, value) => {
    expect(webPreferences?.[name]).toBe(value)
  })

  it('a window is not shown before it has painted', () => {
    expect(show).toBe(false)
  })
})
