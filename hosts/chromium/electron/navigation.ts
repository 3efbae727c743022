import { pathToFileURL } from 'node:url'
import { resolve as resolvePath } from 'node:path'
import type { EventEmitter } from 'node:events'
import type { Protocol } from 'devtools-protocol'
import type { CdpMethod, CdpSession } from '../browser/cdp-connection.ts'
import { createEvent } from './event.ts'
import type { FrameTree } from './frame-tree.ts'
import type { NavigationPolicy } from './interception.ts'
import { loadFailure } from './net-errors.ts'
import type { SchemeRegistry } from './schemes.ts'
import { createFrameNode, WebFrameMain } from './web-frame-main.ts'

/** What navigation needs of its page. */
export interface NavigationPort {
  readonly command: (method: CdpMethod, params: unknown) => Promise<unknown>
  /** Awaited between the document's `load` and `did-finish-load`. */
  readonly beforeFinish: () => Promise<void>
}

interface PendingLoad {
  readonly loaderId: string
  readonly resolve: () => void
  readonly reject: (errorText: string) => void
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/s, '')
}

/** Loads pages, guards where pages go by themselves, and tells the webContents' listeners what happens. */
export class Navigation implements NavigationPolicy {
  readonly #events: EventEmitter
  readonly #frames: FrameTree
  readonly #schemes: SchemeRegistry
  readonly #port: NavigationPort
  /** Navigations the app itself asked for: the guards are for pages. */
  readonly #expected = new Map<string, number>()
  readonly #answers = new Map<string, { readonly status: number; readonly text: string }>()
  #pending: PendingLoad | undefined
  #loaded = new Set<string>()
  #hasEnded = false
  isLoading = false
  hasLoaded = false

  constructor(events: EventEmitter, frames: FrameTree, schemes: SchemeRegistry, port: NavigationPort) {
    this.#events = events
    this.#frames = frames
    this.#schemes = schemes
    this.#port = port
    frames.onNavigated = (frame, raw) => this.#navigated(frame, raw)
  }

  /** `mainFrame` before there is a page. */
  placeholder(): WebFrameMain {
    const owner = { send: () => undefined, evaluate: () => Promise.reject(new Error('No page is loaded')) }
    const node = createFrameNode('', undefined, undefined as unknown as CdpSession)
    node.current = new WebFrameMain(owner, node, '', 'null', '', -1)
    return node.current
  }

  /** Must be called before the `Page` domain is enabled. */
  follow(session: CdpSession): void {
    const isMain = (frameId: string): boolean => this.#frames.mainFrame?._node.id === frameId
    session.on('Page.frameStartedLoading', ({ frameId }) => {
      if (!isMain(frameId) || this.isLoading) return
      this.isLoading = true
      this.#events.emit('did-start-loading', createEvent())
    })
    session.on('Page.frameStoppedLoading', ({ frameId }) => {
      if (!isMain(frameId) || !this.isLoading) return
      this.isLoading = false
      this.#events.emit('did-stop-loading', createEvent())
    })
    session.on('Page.frameStartedNavigating', (event) => this.#started(event))
    session.on('Page.frameRequestedNavigation', (event) => void this.#requested(event))
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      this.#events.emit('did-navigate-in-page', createEvent(), this.#schemes.toApp(url), isMain(frameId))
    })
    session.on('Page.lifecycleEvent', ({ name, frameId, loaderId }) => {
      if (!isMain(frameId) || !this.hasLoaded) return
      if (name === 'DOMContentLoaded') this.#events.emit('dom-ready', createEvent())
      if (name === 'load') void this.#port.beforeFinish().then(() => this.#finished(loaderId))
    })
  }

  /** Resolves when the page has finished loading; rejects as Electron's `loadURL` does. */
  load(url: string, attached: Promise<unknown>): Promise<void> {
    const done = this.#start(url, attached)
    // As in Electron: who does not wait for a load is not killed by its failure.
    done.catch(() => undefined)
    return done
  }

  loadFile(path: string, attached: Promise<unknown>): Promise<void> {
    return this.load(pathToFileURL(resolvePath(path)).href, attached)
  }

  reload(): void {
    const url = this.#frames.mainFrame?.url
    if (url === undefined) return
    this.#expect(this.#schemes.toPage(url))
    void this.#port.command('Page.reload', {})
  }

  async whenStopped(): Promise<void> {
    while (this.isLoading)
      await new Promise<void>((resolve) => this.#events.once('did-stop-loading', () => resolve()))
  }

  /** The page is gone: nobody waits for it any longer. */
  end(): void {
    this.#hasEnded = true
    this.#pending?.reject('net::ERR_FAILED')
    this.#pending = undefined
    if (this.isLoading) {
      this.isLoading = false
      this.#events.emit('did-stop-loading', createEvent())
    }
  }

  allows(frameId: string, appUrl: string, isRedirect: boolean): boolean {
    const frame = this.#frames.frameById(frameId)
    const isMainFrame = frame === undefined || frame === this.#frames.mainFrame
    if (isRedirect) {
      const event = createEvent({ url: appUrl, isSameDocument: false, isMainFrame, frame: frame ?? null })
      this.#events.emit(
        'will-redirect',
        event,
        appUrl,
        false,
        isMainFrame,
        frame?.processId,
        frame?.routingId,
      )
      return !event.defaultPrevented
    }
    if (isMainFrame && this.#wasExpected(this.#schemes.toPage(appUrl))) return true
    return this.#guards(frame, appUrl, isMainFrame)
  }

  onResponse(frameId: string, status: number, text: string): void {
    this.#answers.set(frameId, { status, text })
  }

  #guards(frame: WebFrameMain | undefined, url: string, isMainFrame: boolean): boolean {
    const details = {
      url,
      isSameDocument: false,
      isMainFrame,
      frame: frame ?? null,
      initiator: frame ?? null,
    }
    const frameEvent = createEvent(details)
    this.#events.emit('will-frame-navigate', frameEvent)
    if (frameEvent.defaultPrevented) return false
    if (!isMainFrame) return true
    const event = createEvent(details)
    this.#events.emit('will-navigate', event, url, false, true, frame?.processId, frame?.routingId)
    return !event.defaultPrevented
  }

  #expect(pageUrl: string): void {
    const key = withoutHash(pageUrl)
    this.#expected.set(key, (this.#expected.get(key) ?? 0) + 1)
  }

  #wasExpected(pageUrl: string): boolean {
    const key = withoutHash(pageUrl)
    const count = this.#expected.get(key) ?? 0
    if (count === 0) return false
    if (count === 1) this.#expected.delete(key)
    else this.#expected.set(key, count - 1)
    return true
  }

  async #start(url: string, attached: Promise<unknown>): Promise<void> {
    if (!URL.canParse(url)) throw this.#failure(url, 'net::ERR_INVALID_URL')
    try {
      await attached
    } catch {
      throw this.#failure(url, 'net::ERR_FAILED')
    }
    const pageUrl = this.#schemes.toPage(url)
    this.hasLoaded = true
    this.isLoading = true
    this.#expect(pageUrl)
    const reply = (await this.#port.command('Page.navigate', { url: pageUrl })) as
      Protocol.Page.NavigateResponse | undefined
    this.#wasExpected(pageUrl)
    const errorText = reply === undefined ? 'net::ERR_FAILED' : reply.errorText
    if (errorText !== undefined && errorText !== '') {
      this.#events.emit('did-fail-load', createEvent(), ...this.#failureArgs(url, errorText))
      throw this.#failure(url, errorText)
    }
    const loaderId = reply?.loaderId
    if (loaderId === undefined) {
      this.isLoading = false
      return
    }
    await this.#whenLoaded(url, loaderId)
  }

  #whenLoaded(url: string, loaderId: string): Promise<void> {
    if (this.#loaded.delete(loaderId)) return Promise.resolve()
    this.#pending?.reject('net::ERR_ABORTED')
    return new Promise<void>((resolve, reject) => {
      this.#pending = { loaderId, resolve, reject: (errorText) => reject(this.#failure(url, errorText)) }
    })
  }

  #finished(loaderId: string): void {
    if (this.#hasEnded) return
    this.#events.emit(
      'did-frame-finish-load',
      createEvent(),
      true,
      this.#frames.mainFrame?.processId ?? -1,
      0,
    )
    this.#events.emit('did-finish-load', createEvent())
    this.#loaded = new Set([loaderId])
    if (this.#pending?.loaderId !== loaderId) return
    this.#pending.resolve()
    this.#pending = undefined
    this.#loaded.clear()
  }

  #started(event: Protocol.Page.FrameStartedNavigatingEvent): void {
    const frame = this.#frames.frameById(event.frameId)
    const isMainFrame = frame === this.#frames.mainFrame
    const isSameDocument = event.navigationType === 'sameDocument'
    const url = this.#schemes.toApp(event.url)
    if (isMainFrame && !isSameDocument) this.hasLoaded = true
    const details = createEvent({ url, isSameDocument, isMainFrame, frame: frame ?? null })
    this.#events.emit(
      'did-start-navigation',
      details,
      url,
      isSameDocument,
      isMainFrame,
      frame?.processId,
      frame?.routingId,
    )
  }

  /** A page follows a link to the app's own scheme, which Chromium would give to the system: take it over. */
  async #requested(event: Protocol.Page.FrameRequestedNavigationEvent): Promise<void> {
    if (!this.#schemes.isOwn(event.url)) return
    const frame = this.#frames.frameById(event.frameId)
    if (!this.#guards(frame, event.url, frame === this.#frames.mainFrame)) return
    const url = this.#schemes.toPage(event.url)
    this.#expect(url)
    await this.#port.command('Page.navigate', { url, frameId: event.frameId })
    this.#wasExpected(url)
  }

  #navigated(frame: WebFrameMain, raw: Protocol.Page.Frame): void {
    const isMainFrame = frame === this.#frames.mainFrame
    const answer = this.#answers.get(raw.id)
    this.#answers.delete(raw.id)
    if (!this.hasLoaded) return
    if (isMainFrame && this.#pending !== undefined && this.#pending.loaderId !== raw.loaderId) {
      this.#pending.reject('net::ERR_ABORTED')
      this.#pending = undefined
    }
    if (raw.unreachableUrl !== undefined) {
      const url = this.#schemes.toApp(raw.unreachableUrl)
      if (!isMainFrame || this.#pending === undefined) return
      this.#events.emit('did-fail-load', createEvent(), ...this.#failureArgs(url, 'net::ERR_FAILED'))
      return
    }
    const status = answer?.status ?? 200
    const text = answer?.text ?? ''
    this.#events.emit(
      'did-frame-navigate',
      createEvent(),
      frame.url,
      status,
      text,
      isMainFrame,
      frame.processId,
      frame.routingId,
    )
    if (isMainFrame) this.#events.emit('did-navigate', createEvent(), frame.url, status, text)
  }

  #failureArgs(url: string, errorText: string): unknown[] {
    const { code, description } = loadFailure(errorText)
    const frame = this.#frames.mainFrame
    return [code, description, url, true, frame?.processId, frame?.routingId]
  }

  #failure(url: string, errorText: string): Error {
    const { code, description } = loadFailure(errorText)
    const error = new Error(`${description} (${code}) loading '${url}'`)
    return Object.assign(error, { code: description, errno: code, url })
  }
}
