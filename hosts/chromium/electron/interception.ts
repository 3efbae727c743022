import type { Protocol } from 'devtools-protocol'
import type { CdpSession } from '../browser/cdp-connection.ts'
import { answerCustomScheme } from './custom-scheme-answer.ts'
import { customSchemePattern, type SchemeRegistry } from './schemes.ts'
import type { WebRequest } from './web-request.ts'

type Paused = Protocol.Fetch.RequestPausedEvent

/** What the guards of a webContents say to a navigation. */
export interface NavigationPolicy {
  /** True = the document request may go on. */
  readonly allows: (frameId: string, appUrl: string, isRedirect: boolean) => boolean
  readonly onResponse: (frameId: string, status: number, statusText: string) => void
}

const documentPatterns: Protocol.Fetch.RequestPattern[] = [
  { urlPattern: '*', resourceType: 'Document', requestStage: 'Request' },
  { urlPattern: '*', resourceType: 'Document', requestStage: 'Response' },
  { urlPattern: customSchemePattern, requestStage: 'Request' },
]
const everyPattern: Protocol.Fetch.RequestPattern[] = [
  { urlPattern: '*', requestStage: 'Request' },
  { urlPattern: '*', requestStage: 'Response' },
]

/** Stands between a page and the network: navigation guards, the app's own schemes, `webRequest`. */
export class Interception {
  readonly #schemes: SchemeRegistry
  readonly #webRequest: WebRequest
  readonly #policy: NavigationPolicy
  readonly #sessions = new Set<CdpSession>()

  constructor(schemes: SchemeRegistry, webRequest: WebRequest, policy: NavigationPolicy) {
    this.#schemes = schemes
    this.#webRequest = webRequest
    this.#policy = policy
  }

  async follow(session: CdpSession): Promise<void> {
    this.#sessions.add(session)
    session.on('Fetch.requestPaused', (event) => {
      this.#decide(session, event).catch((error: unknown) => {
        // The page may have gone meanwhile; anything else is worth a line, and the request must not hang.
        if ((error as Error).name !== 'CdpError') console.error(`Chromium host: ${String(error)}`)
        session
          .send('Fetch.failRequest', { requestId: event.requestId, errorReason: 'Failed' })
          .catch(() => undefined)
      })
    })
    await this.#enable(session)
  }

  /** After a `webRequest` listener came or went. */
  async refresh(): Promise<void> {
    await Promise.all([...this.#sessions].map((session) => this.#enable(session).catch(() => undefined)))
  }

  async #enable(session: CdpSession): Promise<void> {
    await session.send('Fetch.enable', {
      patterns: this.#webRequest.isActive ? everyPattern : documentPatterns,
    })
  }

  async #decide(session: CdpSession, event: Paused): Promise<void> {
    if (event.responseStatusCode !== undefined || event.responseErrorReason !== undefined) {
      await this.#decideResponse(session, event)
      return
    }
    const { requestId } = event
    const url = this.#schemes.toApp(event.request.url)
    if (event.resourceType === 'Document') {
      const isRedirect = event.redirectedRequestId !== undefined
      if (!this.#policy.allows(event.frameId, url, isRedirect)) {
        await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
        return
      }
    }
    const verdict = await this.#webRequest.beforeRequest(url, event)
    if (verdict.cancel === true) {
      await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    } else if (verdict.redirectURL !== undefined) {
      await this.#redirect(session, requestId, verdict.redirectURL)
    } else if (this.#schemes.isOwn(url)) {
      await this.#answer(session, event, url)
    } else {
      await session.send('Fetch.continueRequest', { requestId })
    }
  }

  async #redirect(session: CdpSession, requestId: string, url: string): Promise<void> {
    const location = { name: 'Location', value: this.#schemes.toPage(url) }
    await session.send('Fetch.fulfillRequest', { requestId, responseCode: 307, responseHeaders: [location] })
  }

  async #answer(session: CdpSession, event: Paused, url: string): Promise<void> {
    const answer = await answerCustomScheme(this.#schemes, url, event.request)
    if (answer === undefined) {
      await session.send('Fetch.failRequest', { requestId: event.requestId, errorReason: 'Failed' })
      return
    }
    const headers = await this.#webRequest.headersReceived(url, event, answer.status, answer.headers)
    if (headers === 'cancel') {
      await session.send('Fetch.failRequest', { requestId: event.requestId, errorReason: 'BlockedByClient' })
      return
    }
    if (event.resourceType === 'Document') {
      this.#policy.onResponse(event.frameId, answer.status, answer.statusText)
    }
    await session.send('Fetch.fulfillRequest', {
      requestId: event.requestId,
      responseCode: answer.status,
      ...(answer.statusText === '' ? {} : { responsePhrase: answer.statusText }),
      responseHeaders: headers.map(({ name, value }) => ({ name, value: this.#schemes.headerToPage(value) })),
      body: answer.body.toString('base64'),
    })
  }

  async #decideResponse(session: CdpSession, event: Paused): Promise<void> {
    const { requestId, responseStatusCode: status } = event
    if (status === undefined) {
      await session.send('Fetch.continueRequest', { requestId })
      return
    }
    if (event.resourceType === 'Document') {
      this.#policy.onResponse(event.frameId, status, event.responseStatusText ?? '')
    }
    const received = event.responseHeaders ?? []
    const headers = await this.#webRequest.headersReceived(event.request.url, event, status, received)
    if (headers === 'cancel') {
      await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    } else if (headers === received) {
      await session.send('Fetch.continueResponse', { requestId })
    } else {
      await session.send('Fetch.continueResponse', {
        requestId,
        responseCode: status,
        responseHeaders: [...headers],
      })
    }
  }
}
