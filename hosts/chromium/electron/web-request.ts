import type { Protocol } from 'devtools-protocol'

interface Details {
  readonly id: number
  readonly url: string
  readonly method: string
  readonly resourceType: string
  readonly timestamp: number
}
interface BeforeRequestAnswer {
  readonly cancel?: boolean
  readonly redirectURL?: string
}
interface HeadersAnswer {
  readonly cancel?: boolean
  readonly responseHeaders?: Readonly<Record<string, string | readonly string[]>>
}
interface HeadersDetails extends Details {
  readonly statusCode: number
  readonly responseHeaders: Readonly<Record<string, readonly string[]>>
}
type BeforeRequest = (details: Details, callback: (answer: BeforeRequestAnswer) => void) => void
type HeadersReceived = (details: HeadersDetails, callback: (answer: HeadersAnswer) => void) => void
type Header = Protocol.Fetch.HeaderEntry
interface Filter {
  readonly urls: readonly string[]
}

const resourceTypes: Readonly<Record<string, string>> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  WebSocket: 'webSocket',
}

/** Chromium's match patterns (`<all_urls>`, `*://host/*`), as far as `webRequest` filters use them. */
function matches(url: string, filter: Filter | undefined): boolean {
  if (filter === undefined || filter.urls.length === 0) return true
  return filter.urls.some((pattern) => {
    if (pattern === '<all_urls>') return true
    const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
    return new RegExp(`^${source}$`).test(url)
  })
}

/** `session.webRequest`: `onBeforeRequest` and `onHeadersReceived`, the two that can change what a page gets. */
export class WebRequest {
  #before: { readonly filter: Filter | undefined; readonly listener: BeforeRequest } | undefined
  #headers: { readonly filter: Filter | undefined; readonly listener: HeadersReceived } | undefined
  #lastId = 0
  /** For the host only: the requests that must be stopped have changed. */
  _onChange: () => void = () => undefined

  get isActive(): boolean {
    return this.#before !== undefined || this.#headers !== undefined
  }

  onBeforeRequest(filter: Filter | BeforeRequest | null, listener?: BeforeRequest | null): void {
    const chosen = typeof filter === 'function' ? filter : (listener ?? undefined)
    const urls = typeof filter === 'function' || filter === null ? undefined : filter
    this.#before = chosen === undefined ? undefined : { filter: urls, listener: chosen }
    this._onChange()
  }

  onHeadersReceived(filter: Filter | HeadersReceived | null, listener?: HeadersReceived | null): void {
    const chosen = typeof filter === 'function' ? filter : (listener ?? undefined)
    const urls = typeof filter === 'function' || filter === null ? undefined : filter
    this.#headers = chosen === undefined ? undefined : { filter: urls, listener: chosen }
    this._onChange()
  }

  /** For the host only. */
  beforeRequest(url: string, event: Protocol.Fetch.RequestPausedEvent): Promise<BeforeRequestAnswer> {
    const before = this.#before
    if (before === undefined || !matches(url, before.filter)) return Promise.resolve({})
    return new Promise((resolve) => before.listener(this.#details(url, event), resolve))
  }

  /** For the host only: the same array when nothing changes. */
  async headersReceived(
    url: string,
    event: Protocol.Fetch.RequestPausedEvent,
    statusCode: number,
    received: readonly Header[],
  ): Promise<readonly Header[] | 'cancel'> {
    const headers = this.#headers
    if (headers === undefined || !matches(url, headers.filter)) return received
    const responseHeaders: Record<string, string[]> = {}
    for (const { name, value } of received) (responseHeaders[name] ??= []).push(value)
    const details = { ...this.#details(url, event), statusCode, responseHeaders }
    const answer = await new Promise<HeadersAnswer>((resolve) => headers.listener(details, resolve))
    if (answer.cancel === true) return 'cancel'
    if (answer.responseHeaders === undefined) return received
    return Object.entries(answer.responseHeaders).flatMap(([name, values]) =>
      (typeof values === 'string' ? [values] : values).map((value) => ({ name, value })),
    )
  }

  #details(url: string, event: Protocol.Fetch.RequestPausedEvent): Details {
    return {
      id: ++this.#lastId,
      url,
      method: event.request.method,
      resourceType: resourceTypes[event.resourceType] ?? 'other',
      timestamp: Date.now(),
    }
  }
}
