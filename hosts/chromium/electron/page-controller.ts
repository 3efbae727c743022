import type { Protocol } from 'devtools-protocol'
import type { PopupTarget } from '../browser/browser-driver.ts'
import { CdpError, type CdpMethod, type CdpSession } from '../browser/cdp-connection.ts'
import type { ToPage } from '../ipc/wire.ts'
import { createEvent } from './event.ts'
import { FrameTree } from './frame-tree.ts'
import { Interception } from './interception.ts'
import { encodeForPage } from './ipc-dispatch.ts'
import { Navigation } from './navigation.ts'
import { receiveMessage, type MessageReceiver } from './page-messages.ts'
import { receiverName, startPage, type PageEvents } from './page-session.ts'
import { readPreload } from './preload-source.ts'
import type { WebContents } from './web-contents.ts'
import type { WebFrameMain } from './web-frame-main.ts'
import { decideWindowOpen, type WindowOpenHandler } from './window-open.ts'
import type { WindowServices } from './window-services.ts'

/** How a window's page is made. */
export interface PageOptions {
  readonly webPreferences: Readonly<Record<string, unknown>> & { readonly preload?: unknown }
  readonly width: number
  readonly height: number
  readonly isHeadedWindow: boolean
  readonly adopt: PopupTarget | undefined
}

/** What the window wants to hear of its page. */
export interface PageWatcher {
  readonly onGone: () => void
  readonly onUnresponsive: () => void
  readonly onFirstPaint: () => void
  readonly onTitle: (title: string) => void
  readonly onCloseCancelled: () => void
}

const deliverFunction = `function (message) { ${receiverName}(message) }`
/** Electron calls a window unresponsive when its page has not agreed to close within this time. */
const closeTimeoutMs = 5000

/** The DevTools side of a webContents: one page, from its making to its end. */
export class PageController {
  readonly #contents: WebContents
  readonly #services: WindowServices
  readonly #options: PageOptions
  readonly #interception: Interception
  readonly #receiver: MessageReceiver
  readonly #windowOpens: Protocol.Page.WindowOpenEvent[] = []
  #targetId: string | undefined
  #ended = false
  #isClosing = false
  #closeTimer: NodeJS.Timeout | undefined
  /** Chromium ignores a close while the page still makes up its mind about the one before. */
  #settling: Promise<void> = Promise.resolve()
  readonly frames: FrameTree
  readonly navigation: Navigation
  /** Resolves when the page can be told to load something. */
  readonly attached: Promise<CdpSession>
  isCrashed = false
  title = ''
  openHandler: WindowOpenHandler | undefined
  watcher: PageWatcher | undefined

  constructor(contents: WebContents, services: WindowServices, options: PageOptions) {
    this.#contents = contents
    this.#services = services
    this.#options = options
    this.#receiver = {
      contents,
      services,
      preloadPath: typeof options.webPreferences.preload === 'string' ? options.webPreferences.preload : '',
      deliver: (frame, message) => this.#deliver(frame, message),
    }
    const owner = {
      send: (frame: WebFrameMain, channel: string, args: readonly unknown[]) =>
        this.send(frame, channel, args),
      evaluate: (frame: WebFrameMain, code: string) => this.evaluate(frame, code, false),
    }
    this.frames = new FrameTree(owner, services.schemes, contents.id + 1000)
    const port = {
      command: (method: CdpMethod, params: unknown) => this.command(method, params),
      beforeFinish: () => this.#readTitle(),
    }
    this.navigation = new Navigation(contents, this.frames, services.schemes, port)
    this.#interception = new Interception(services.schemes, services.session.webRequest, this.navigation)
    this.attached = this.#attach()
    // A window closed before its page exists is no failure; calls that need the page report for themselves.
    this.attached.catch(() => undefined)
  }

  /** Sends to a document's preload. Dropped when it has none (yet, or any more), as Electron does. */
  send(frame: WebFrameMain, channel: string, args: readonly unknown[]): void {
    this.#deliver(frame, ['message', channel, encodeForPage(args)])
  }

  /** Asks the page to go, its `beforeunload` first when `ask`. The window hears of it through `onGone`. */
  requestClose(ask: boolean): void {
    if (this.#isClosing && ask) return
    this.#isClosing = true
    this.attached
      .then(async (session) => {
        if (!ask || this.isCrashed) {
          await this.#closeTarget()
          return
        }
        await this.#settling
        this.#closeTimer = setTimeout(() => this.watcher?.onUnresponsive(), closeTimeoutMs)
        await session.send('Page.close')
      })
      .catch((error: unknown) => {
        // The page went first: gone is gone, and nobody is unresponsive.
        clearTimeout(this.#closeTimer)
        if (!(error instanceof CdpError)) throw error
      })
  }

  /** The window is closed: nothing more is told or waited for. */
  end(): void {
    this.#ended = true
    clearTimeout(this.#closeTimer)
    this.frames.clear()
    this.navigation.end()
    this.requestClose(false)
  }

  refreshInterception(): Promise<void> {
    return this.#interception.refresh()
  }

  /** Sends a DevTools command once attached; `undefined` when the page is gone. */
  async command(method: CdpMethod, params: unknown): Promise<unknown> {
    try {
      const session = await this.attached
      return await (session.send as (method: CdpMethod, params: unknown) => Promise<unknown>).call(
        session,
        method,
        params,
      )
    } catch (error) {
      if (error instanceof CdpError) return undefined
      throw error
    }
  }

  /** Runs code in a document's own world; rejects with what it threw. The result is a copy by JSON's rules. */
  async evaluate(frame: WebFrameMain, code: string, userGesture: boolean): Promise<unknown> {
    const { result, exceptionDetails: failure } = await frame._node.session.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      // DevTools would lift the page's ban on eval for the time of the call.
      allowUnsafeEvalBlockedByCSP: false,
      userGesture,
      ...(frame._mainContext === undefined ? {} : { uniqueContextId: frame._mainContext }),
    })
    if (failure === undefined) return result.value as unknown
    const text = failure.exception?.description?.split('\n    at ')[0] ?? failure.text
    throw new Error(text.replace(/^(?:\w*Error: )+?/, ''))
  }

  async #attach(): Promise<CdpSession> {
    const driver = await this.#services.driver
    const { width, height, adopt, isHeadedWindow } = this.#options
    if (this.#hasEnded()) throw new CdpError('The window was closed before its page was made')
    const page =
      adopt ?? (await driver.createPage({ width, height, ...(isHeadedWindow ? { newWindow: true } : {}) }))
    this.#targetId = page.targetId
    driver.own(page.targetId, {
      onGone: () => this.watcher?.onGone(),
      onPopup: (popup) => this.#popup(popup),
    })
    const { session } = page
    const preload = readPreload(this.#options.webPreferences, this.#services.processInfo())
    this.#followPage(session)
    await this.#services.preparePage(session)
    await startPage(
      {
        page,
        childSession: this.#services.childSession,
        frames: this.frames,
        interception: this.#interception,
        events: this.#pageEvents(),
      },
      preload.scripts,
    )
    if (preload.error !== undefined) {
      this.#contents.emit('preload-error', createEvent(), preload.path, preload.error)
      console.error(`Unable to load preload script: ${preload.path}\n${String(preload.error)}`)
    }
    if (this.#hasEnded()) await this.#closeTarget()
    return session
  }

  // Asked between awaits, where the compiler would believe an earlier answer.
  #hasEnded(): boolean {
    return this.#ended
  }

  #followPage(session: CdpSession): void {
    this.navigation.follow(session)
    session.on('Page.lifecycleEvent', ({ name, frameId }) => {
      if (name === 'firstPaint' && frameId === this.frames.mainFrame?._node.id) this.watcher?.onFirstPaint()
    })
    session.on('Inspector.targetReloadedAfterCrash', () => {
      this.isCrashed = false
    })
    session.on('Page.windowOpen', (event) => void this.#windowOpens.push(event))
  }

  async #readTitle(): Promise<void> {
    const frame = this.frames.mainFrame
    if (frame === undefined || this.#ended) return
    const title = await this.evaluate(frame, 'document.title', false).catch(() => undefined)
    if (typeof title !== 'string' || title === this.title || this.#hasEnded()) return
    this.title = title
    const event = createEvent()
    this.#contents.emit('page-title-updated', event, title, true)
    if (!event.defaultPrevented && title !== '') this.watcher?.onTitle(title)
  }

  #pageEvents(): PageEvents {
    return {
      onMessage: (session, contextId, text) => {
        receiveMessage(this.#receiver, this.frames.frameOfContext(session, contextId), text)
      },
      onConsole: (level, message, url, lineNumber) => {
        const sourceId = this.#services.schemes.toApp(url)
        const details = { message, level, lineNumber, sourceId, frame: this.frames.mainFrame ?? null }
        this.#contents.emit('console-message', createEvent(details))
      },
      onCrash: () => {
        this.isCrashed = true
        this.#contents.emit('render-process-gone', createEvent(), { reason: 'crashed', exitCode: 1 })
        this.#services.app.emit('render-process-gone', createEvent(), this.#contents, {
          reason: 'crashed',
          exitCode: 1,
        })
      },
      onDialog: (dialog) => void this.#answerDialog(dialog),
    }
  }

  async #settleUnload(accept: boolean): Promise<void> {
    await this.command('Page.handleJavaScriptDialog', { accept })
    // Answered by the page's own thread, so only after its beforeunload has returned.
    if (!accept) await this.command('Runtime.evaluate', { expression: '0' })
  }

  async #answerDialog(dialog: Protocol.Page.JavascriptDialogOpeningEvent): Promise<void> {
    if (dialog.type === 'beforeunload') {
      const event = createEvent()
      this.#contents.emit('will-prevent-unload', event)
      if (!event.defaultPrevented && this.#isClosing) {
        this.#isClosing = false
        clearTimeout(this.#closeTimer)
        this.watcher?.onCloseCancelled()
      }
      this.#settling = this.#settleUnload(event.defaultPrevented)
      await this.#settling
      return
    }
    const { accept, text } = await this.#services.pageDialogs.ask(dialog.type, dialog.message)
    await this.command('Page.handleJavaScriptDialog', {
      accept,
      ...(text === undefined ? {} : { promptText: text }),
    })
  }

  #deliver(frame: WebFrameMain, message: ToPage): void {
    const context = frame._preloadContext
    if (context === undefined || this.#ended) return
    frame._node.session
      .send('Runtime.callFunctionOn', {
        functionDeclaration: deliverFunction,
        uniqueContextId: context,
        arguments: [{ value: JSON.stringify(message) }],
        silent: true,
      })
      .catch(() => undefined)
  }

  #popup(popup: PopupTarget): void {
    const opened = this.#windowOpens.shift()
    const decision = decideWindowOpen(
      this.openHandler,
      this.#services.schemes,
      this.#contents.getURL(),
      opened,
    )
    if (decision.action === 'allow') {
      this.#services.adoptPopup(popup, decision.overrideBrowserWindowOptions ?? {}, this.#contents)
      return
    }
    // Resumed, or the page that opened it would hang with it; stopped at the network, or its request would leave.
    popup.session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }).catch(() => undefined)
    popup.session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined)
    void this.#services.driver.then((driver) => driver.closePage(popup.targetId)).catch(() => undefined)
  }

  async #closeTarget(): Promise<void> {
    const targetId = this.#targetId
    if (targetId !== undefined) await (await this.#services.driver).closePage(targetId)
  }
}
