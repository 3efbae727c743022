import type { Protocol } from 'devtools-protocol'
import type { CdpSession } from '../browser/cdp-connection.ts'
import type { SchemeRegistry } from './schemes.ts'
import { createFrameNode, WebFrameMain, type FrameNode, type FrameOwner } from './web-frame-main.ts'

/** Name of the preload's world; Electron shows the same in its developer tools. */
export const preloadWorldName = 'Electron Isolated Context'

interface ContextEntry {
  readonly frame: WebFrameMain
  readonly uniqueId: string
}

/** Mirrors a page's frames and script worlds from DevTools events, over every session the page is spread on. */
export class FrameTree {
  readonly #owner: FrameOwner
  readonly #schemes: SchemeRegistry
  readonly #processId: number
  readonly #nodes = new Map<string, FrameNode>()
  readonly #contexts = new Map<CdpSession, Map<number, ContextEntry>>()
  #root: FrameNode | undefined
  /** A document took the place of another. */
  onNavigated: (frame: WebFrameMain, raw: Protocol.Page.Frame) => void = () => undefined

  constructor(owner: FrameOwner, schemes: SchemeRegistry, processId: number) {
    this.#owner = owner
    this.#schemes = schemes
    this.#processId = processId
  }

  get mainFrame(): WebFrameMain | undefined {
    return this.#root?.current
  }

  frameById(id: string): WebFrameMain | undefined {
    return this.#nodes.get(id)?.current
  }

  /** Who called the binding; `null` when the document is gone already. */
  frameOfContext(session: CdpSession, contextId: number): WebFrameMain | null {
    return this.#contexts.get(session)?.get(contextId)?.frame ?? null
  }

  /** Follows one session. Must be called before its `Page` and `Runtime` domains are enabled. */
  follow(session: CdpSession): void {
    const contexts = new Map<number, ContextEntry>()
    this.#contexts.set(session, contexts)
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      if (!this.#nodes.has(frameId)) this.#place(frameId, parentFrameId, session, 'about:blank', 'null', '')
    })
    session.on('Page.frameDetached', ({ frameId, reason }) => {
      if (reason === 'remove') this.#remove(frameId)
    })
    session.on('Page.frameNavigated', ({ frame }) => this.#navigated(frame, session))
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.frameById(frameId)
      if (frame !== undefined) frame.url = this.#schemes.toApp(url)
    })
    session.on('Runtime.executionContextCreated', ({ context }) =>
      this.#contextCreated(session, contexts, context),
    )
    session.on('Runtime.executionContextDestroyed', ({ executionContextUniqueId: uniqueId }) => {
      for (const [id, entry] of contexts) if (entry.uniqueId === uniqueId) this.#forgetContext(contexts, id)
    })
    session.on('Runtime.executionContextsCleared', () => {
      for (const id of [...contexts.keys()]) this.#forgetContext(contexts, id)
    })
  }

  unfollow(session: CdpSession): void {
    this.#contexts.delete(session)
  }

  /** Puts the frames that were there before the session in place. */
  adopt(tree: Protocol.Page.FrameTree, session: CdpSession): void {
    this.#navigated(tree.frame, session)
    for (const child of tree.childFrames ?? []) this.adopt(child, session)
  }

  /** Every document is gone. */
  clear(): void {
    if (this.#root !== undefined) this.#remove(this.#root.id)
    this.#root = undefined
  }

  #place(
    id: string,
    parentId: string | undefined,
    session: CdpSession,
    url: string,
    origin: string,
    name: string,
  ): FrameNode {
    const known = this.#nodes.get(id)
    const parent = parentId === undefined ? undefined : this.#nodes.get(parentId)
    const node = known ?? createFrameNode(id, parent, session)
    if (known?.current !== undefined) known.current.detached = true
    node.session = session
    node.current = new WebFrameMain(this.#owner, node, url, origin, name, this.#processId)
    this.#nodes.set(id, node)
    node.parent?.children.add(node)
    if (node.parent === undefined) this.#root = node
    return node
  }

  #navigated(raw: Protocol.Page.Frame, session: CdpSession): void {
    const node = this.#nodes.get(raw.id)
    const parentId = raw.parentId ?? node?.parent?.id
    for (const child of [...(node?.children ?? [])]) this.#remove(child.id)
    const origin = this.#toOrigin(raw.securityOrigin)
    const url = this.#schemes.toApp(`${raw.url}${raw.urlFragment ?? ''}`)
    const placed = this.#place(raw.id, parentId, session, url, origin, raw.name ?? '')
    this.onNavigated(placed.current, raw)
  }

  #toOrigin(origin: string): string {
    // DevTools writes an opaque origin as "://" or as nothing.
    if (origin === '' || origin === '://' || origin === 'null') return 'null'
    return this.#schemes.toApp(origin).replace(/\/$/, '')
  }

  #contextCreated(
    session: CdpSession,
    contexts: Map<number, ContextEntry>,
    context: Protocol.Runtime.ExecutionContextDescription,
  ): void {
    const data = (context.auxData ?? {}) as { frameId?: string; isDefault?: boolean }
    const node = data.frameId === undefined ? undefined : this.#nodes.get(data.frameId)
    if (node === undefined) return
    node.session = session
    const frame = node.current
    contexts.set(context.id, { frame, uniqueId: context.uniqueId })
    if (data.isDefault === true) {
      frame._mainContext = context.uniqueId
      frame.origin = this.#toOrigin(context.origin)
    } else if (context.name === preloadWorldName) {
      frame._preloadContext = context.uniqueId
    }
  }

  #forgetContext(contexts: Map<number, ContextEntry>, id: number): void {
    const entry = contexts.get(id)
    contexts.delete(id)
    if (entry === undefined) return
    if (entry.frame._mainContext === entry.uniqueId) entry.frame._mainContext = undefined
    if (entry.frame._preloadContext === entry.uniqueId) entry.frame._preloadContext = undefined
  }

  #remove(id: string): void {
    const node = this.#nodes.get(id)
    if (node === undefined) return
    for (const child of [...node.children]) this.#remove(child.id)
    node.current.detached = true
    node.parent?.children.delete(node)
    this.#nodes.delete(id)
  }
}
