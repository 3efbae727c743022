import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { guardNavigation, type GuardedContents } from './navigation-guard.ts'
import { ownOriginOf } from './own-origin.ts'

class FakeContents extends EventEmitter {
  openHandler: ((details: { readonly url: string }) => { action: 'deny' }) | null = null

  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void {
    this.openHandler = handler
  }

  /** True when the guard prevented it. */
  attempt(event: string, url = ''): boolean {
    let isPrevented = false
    const preventDefault = (): void => {
      isPrevented = true
    }
    this.emit(event, { url, preventDefault })
    return isPrevented
  }
}

function guarded() {
  const contents = new FakeContents()
  const { log, entries } = createRecordingLogger()
  const opened: string[] = []
  const own = ownOriginOf('app://deskside/')
  guardNavigation(contents satisfies GuardedContents, own, (address) => opened.push(address), log)
  return { contents, entries, opened }
}

describe.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s', (event) => {
  it.each([
    'https://evil.example',
    'app://deskside.evil/',
    'file:///etc/passwd',
    'data:text/html,x',
    'about:blank',
  ])('to %s is refused', (url) => {
    const { contents, entries } = guarded()
    expect(contents.attempt(event, url)).toBe(true)
    expect(entries).toMatchObject([{ level: 'warn', message: 'navigation refused', fields: { event } }])
  })

  it('inside the app is allowed', () => {
    const { contents, entries } = guarded()
    expect(contents.attempt(event, 'app://deskside/index.html#x')).toBe(false)
    expect(entries).toEqual([])
  })
})

describe('windows and webviews', () => {
  it('no webview is attached', () => {
    expect(guarded().contents.attempt('will-attach-webview')).toBe(true)
  })

  it.each(['https://example.com', 'app://deskside/index.html', 'about:blank'])(
    'nothing opens for %s',
    (url) => {
      const { contents, opened } = guarded()
      expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' })
      expect(opened).toEqual([])
    },
  )

  it('a link to the documentation opens in the browser of the system, not here', () => {
    const { contents, opened } = guarded()
    const url = 'https://support.huaweicloud.com/cec/'
    expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' })
    expect(opened).toEqual([url])
  })
})
