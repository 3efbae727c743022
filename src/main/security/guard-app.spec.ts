import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { settle } from '../time/testing/manual-clock.ts'
import { guardApp } from './guard-app.ts'
import type { GuardedContents } from './navigation-guard.ts'
import { ownOriginOf } from './own-origin.ts'
import type { GuardedSession } from './permission-guard.ts'

/** A page whose wishes to navigate and to open windows are asked of its guards. */
class FakeContents extends EventEmitter implements GuardedContents {
  #openHandler: ((details: { readonly url: string }) => { action: 'deny' }) | null = null

  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void {
    this.#openHandler = handler
  }
  opens(url: string): unknown {
    return this.#openHandler === null ? 'allow' : this.#openHandler({ url }).action
  }
  mayNavigate(url: string): boolean {
    let isAllowed = true
    this.emit('will-navigate', { url, preventDefault: () => (isAllowed = false) })
    return isAllowed
  }
}

class FakeSession implements GuardedSession {
  readonly #handlers: {
    request?: Parameters<GuardedSession['setPermissionRequestHandler']>[0]
    check?: Parameters<GuardedSession['setPermissionCheckHandler']>[0]
    device?: () => boolean
  } = {}

  setPermissionRequestHandler: GuardedSession['setPermissionRequestHandler'] = (handler) => {
    this.#handlers.request = handler
  }
  setPermissionCheckHandler: GuardedSession['setPermissionCheckHandler'] = (handler) => {
    this.#handlers.check = handler
  }
  setDevicePermissionHandler: GuardedSession['setDevicePermissionHandler'] = (handler) => {
    this.#handlers.device = handler
  }
  /** What a page gets that asks for the microphone, in the three ways it can be asked. */
  answers(): readonly unknown[] {
    const granted: boolean[] = []
    this.#handlers.request?.(null, 'media', (isGranted) => granted.push(isGranted))
    return [...granted, this.#handlers.check?.(null, 'media'), this.#handlers.device?.()]
  }
}

function setUp(openExternal: (address: string) => Promise<void> = async () => undefined) {
  const app = new EventEmitter()
  const session = new FakeSession()
  const { log, entries } = createRecordingLogger()
  const opened: string[] = []
  guardApp(
    {
      app: app,
      session,
      openExternal: (address) => {
        opened.push(address)
        return openExternal(address)
      },
    },
    ownOriginOf('app://deskside/'),
    log,
  )
  const bear = (): FakeContents => {
    const contents = new FakeContents()
    app.emit('web-contents-created', {}, contents)
    return contents
  }
  return { session, entries, opened, bear }
}

describe('every page is born guarded', () => {
  it.each(['the first', 'a later'])('%s one', (which) => {
    const { bear, opened } = setUp()
    if (which === 'a later') bear()
    const contents = bear()
    expect(contents.mayNavigate('https://evil.example/')).toBe(false)
    expect(contents.mayNavigate('app://deskside/index.html')).toBe(true)
    expect(contents.opens('https://evil.example/')).toBe('deny')
    expect(opened).toEqual([])
  })

  it('with no permission and no device', () => {
    expect(setUp().session.answers()).toEqual([false, false, false])
  })
})

describe('links', () => {
  const link = 'https://support.huaweicloud.com/cec/'

  it('to allowed hosts open in the system, in no window of ours', () => {
    const { bear, opened } = setUp()
    expect(bear().opens(link)).toBe('deny')
    expect(opened).toEqual([link])
  })

  it('that the system cannot open are logged', async () => {
    const { bear, entries } = setUp(() => Promise.reject(new Error('no browser')))
    bear().opens(link)
    await settle()
    expect(entries).toMatchObject([{ level: 'error', message: 'link was not opened' }])
  })
})
