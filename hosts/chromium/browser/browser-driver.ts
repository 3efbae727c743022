import type { Protocol } from 'devtools-protocol'
import type { CdpSession } from './cdp-connection.ts'
import type { RunningBrowser } from './launch.ts'

/** An attached page, paused before its first script until the owner lets it run. */
export interface PageTarget {
  readonly targetId: string
  readonly session: CdpSession
}

/** A page another page opened. */
export interface PopupTarget extends PageTarget {
  readonly openerTargetId: string
}

interface Owner {
  readonly onGone: () => void
  readonly onPopup: (popup: PopupTarget) => void
}

/**
 * The browser's pages: makes them, notices when they go, and hands popups to the page that opened them. Pages made by
 * other DevTools clients are left alone.
 */
export class BrowserDriver {
  readonly #running: RunningBrowser
  readonly #waiting = new Map<string, (page: PageTarget) => void>()
  readonly #arrived = new Map<string, PageTarget>()
  readonly #owners = new Map<string, Owner>()
  #creating = 0

  constructor(running: RunningBrowser) {
    this.#running = running
  }

  /** Must be called once, before the first page. */
  async start(): Promise<void> {
    const { browser } = this.#running.connection
    browser.on('Target.attachedToTarget', (event) => this.#attached(event))
    browser.on('Target.targetDestroyed', ({ targetId }) => this.#gone(targetId))
    browser.on('Target.detachedFromTarget', ({ sessionId }) => this.#running.connection.forget(sessionId))
    await Promise.all([
      browser.send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'page' }] }),
      browser.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: true,
        flatten: true,
        filter: [{ type: 'page' }],
      }),
    ])
  }

  /** Opens an empty page. */
  async createPage(params: Omit<Protocol.Target.CreateTargetRequest, 'url'>): Promise<PageTarget> {
    this.#creating++
    try {
      const { targetId } = await this.#running.connection.browser.send('Target.createTarget', {
        url: 'about:blank',
        ...params,
      })
      const page = this.#arrived.get(targetId)
      this.#arrived.delete(targetId)
      return page ?? (await new Promise<PageTarget>((resolve) => this.#waiting.set(targetId, resolve)))
    } finally {
      this.#creating--
      if (this.#creating === 0) for (const page of this.#arrived.values()) this.#release(page)
      if (this.#creating === 0) this.#arrived.clear()
    }
  }

  /** Says who is told about a page's end and its popups. */
  own(targetId: string, owner: Owner): void {
    this.#owners.set(targetId, owner)
  }

  closePage(targetId: string): Promise<unknown> {
    return this.#running.connection.browser.send('Target.closeTarget', { targetId })
  }

  #attached({ sessionId, targetInfo }: Protocol.Target.AttachedToTargetEvent): void {
    const session = this.#running.connection.session(sessionId)
    const page = { targetId: targetInfo.targetId, session }
    const opener = targetInfo.openerId === undefined ? undefined : this.#owners.get(targetInfo.openerId)
    if (opener !== undefined && targetInfo.openerId !== undefined) {
      opener.onPopup({ ...page, openerTargetId: targetInfo.openerId })
      return
    }
    const resolve = this.#waiting.get(targetInfo.targetId)
    this.#waiting.delete(targetInfo.targetId)
    if (resolve !== undefined) resolve(page)
    // The event comes before the answer of createTarget: keep it until we know whose page it is.
    else if (this.#creating > 0) this.#arrived.set(targetInfo.targetId, page)
    else this.#release(page)
  }

  #release(page: PageTarget): void {
    page.session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined)
  }

  #gone(targetId: string): void {
    const owner = this.#owners.get(targetId)
    this.#owners.delete(targetId)
    owner?.onGone()
  }
}
