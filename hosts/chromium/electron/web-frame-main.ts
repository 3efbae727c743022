import { EventEmitter } from 'node:events'
import type { CdpSession } from '../browser/cdp-connection.ts'
import { IpcMain } from './ipc-main.ts'

let lastFrameTreeNodeId = 0
let lastRoutingId = 0

/** What a frame needs from its window. */
export interface FrameOwner {
  send(frame: WebFrameMain, channel: string, args: readonly unknown[]): void
  evaluate(frame: WebFrameMain, code: string): Promise<unknown>
}

/** A place in the page's frame tree; survives navigations. */
export interface FrameNode {
  readonly id: string
  readonly frameTreeNodeId: number
  parent: FrameNode | undefined
  readonly children: Set<FrameNode>
  session: CdpSession
  /** The document now in this place. */
  current: WebFrameMain
}

/**
 * One document in a frame, Electron's `WebFrameMain`. A navigation to another document detaches it and puts a new one in
 * its place, so that a message is never credited to the document that came after its sender.
 */
export class WebFrameMain extends EventEmitter {
  readonly frameTreeNodeId: number
  readonly routingId = ++lastRoutingId
  readonly processId: number
  readonly osProcessId: number
  readonly frameToken: string
  readonly ipc = new IpcMain()
  name: string
  url: string
  origin: string
  visibilityState: 'visible' | 'hidden' = 'visible'
  detached = false
  readonly #owner: FrameOwner
  /** For the host only. */
  readonly _node: FrameNode
  /** For the host only: unique ids of the document's script worlds. */
  _mainContext: string | undefined
  _preloadContext: string | undefined

  constructor(
    owner: FrameOwner,
    node: FrameNode,
    url: string,
    origin: string,
    name: string,
    processId: number,
  ) {
    super()
    this.#owner = owner
    this._node = node
    this.frameTreeNodeId = node.frameTreeNodeId
    this.frameToken = `${node.id}-${String(this.routingId)}`
    this.processId = processId
    this.osProcessId = processId
    this.url = url
    this.origin = origin
    this.name = name
  }

  get parent(): WebFrameMain | null {
    return this._node.parent?.current ?? null
  }

  get top(): WebFrameMain | null {
    let node = this._node
    while (node.parent !== undefined) node = node.parent
    return node.current
  }

  get frames(): WebFrameMain[] {
    return [...this._node.children].map((child) => child.current)
  }

  get framesInSubtree(): WebFrameMain[] {
    return [this, ...this.frames.flatMap((frame) => frame.framesInSubtree)]
  }

  isDestroyed(): boolean {
    return this.detached
  }

  send(channel: string, ...args: unknown[]): void {
    this.#owner.send(this, channel, args)
  }

  executeJavaScript(code: string): Promise<unknown> {
    return this.#owner.evaluate(this, code)
  }
}

/** A new place in the tree; the document is put in by the caller. */
export function createFrameNode(id: string, parent: FrameNode | undefined, session: CdpSession): FrameNode {
  return {
    id,
    frameTreeNodeId: ++lastFrameTreeNodeId,
    parent,
    children: new Set(),
    session,
    current: undefined as unknown as WebFrameMain,
  }
}
