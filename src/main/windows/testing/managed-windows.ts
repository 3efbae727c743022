import { EventEmitter } from 'node:events'
import { ok } from '../../../shared/result.ts'
import { FakeDesk } from '../../ipc/testing/fake-desk.ts'
import { fakeRecords } from '../../ipc/testing/fake-records.ts'
import { FakeContents } from '../../ipc/testing/fake-window.ts'
import { createHandlers } from '../../ipc/handlers.ts'
import { CommandRouter } from '../../ipc/router.ts'
import { Watches } from '../../ipc/watches.ts'
import { createRecordingLogger } from '../../logging/testing/recording-logger.ts'
import { ownOriginOf } from '../../security/own-origin.ts'
import { QuitIntent } from '../quit-intent.ts'
import { WindowManager } from '../window-manager.ts'
import { WindowVisibility } from '../window-visibility.ts'
import { FakeShownWindow } from './fake-shown-window.ts'

class FakePage extends FakeContents {
  readonly #events = new EventEmitter()
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
    this.#events.on(event, listener as (...args: unknown[]) => void)
    return this
  }
  emit(event: string, ...args: unknown[]): void {
    this.#events.emit(event, ...args)
  }
}

class FakeWindow extends FakeShownWindow {
  readonly #events = new EventEmitter()
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
    this.#events.once(event, listener)
    return this
  }
  on(event: string, listener: (event: { preventDefault(): void }) => void): this {
    this.#events.on(event, listener)
    return this
  }
  emit(event: string): void {
    this.#events.emit(event)
  }
  /** What the user's click on the cross does. */
  close(): void {
    const event = new Event('close', { cancelable: true })
    this.#events.emit('close', event)
    if (event.defaultPrevented) return
    this.isGone = true
    this.#events.emit('closed')
  }
}

/** A window manager with everything around it as in the program, and windows that exist only here. */
export function manageWindows(options: { readonly showsWindows?: boolean } = {}) {
  const desk = new FakeDesk()
  const watches = new Watches(desk)
  const { log, entries } = createRecordingLogger()
  const clock = { time: 0, now: () => clock.time }
  const intent = new QuitIntent()
  const refuse = async () => ({ ok: false, error: { code: 'not-connected' } }) as const
  const router = new CommandRouter({
    handlers: createHandlers({
      desk,
      supervisor: {
        connect: refuse,
        readBindings: refuse,
        unbind: refuse,
        unbindAll: refuse,
        undo: refuse,
        stop: refuse,
        readReport: refuse,
      },
      watches,
      ...fakeRecords(),
      snapshotAsked: () => undefined,
      chooseCaFile: async () => null,
      saveJournal: async () => ok(null),
      saveRoster: async () => ok(null),
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
