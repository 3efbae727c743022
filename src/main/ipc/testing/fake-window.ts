import type { InvokeEvent, RoutedContents } from '../router.ts'
import type { SenderFrame } from '../sender-policy.ts'

export const ownFrame: SenderFrame = {
  url: 'app://deskside/index.html',
  origin: 'app://deskside',
  parent: null,
  detached: false,
  isDestroyed: () => false,
}

/** The handlers of one window, as Electron would call them. For specs. */
export class FakeContents implements RoutedContents {
  readonly id: number
  readonly #listeners = new Map<
    string,
    (event: InvokeEvent, ...args: readonly unknown[]) => Promise<unknown>
  >()
  readonly ipc = {
    handle: (
      channel: string,
      listener: (event: InvokeEvent, ...args: readonly unknown[]) => Promise<unknown>,
    ): void => {
      if (this.#listeners.has(channel)) throw new Error(`Second handler for ${channel}`)
      this.#listeners.set(channel, listener)
    },
  }

  constructor(id: number) {
    this.id = id
  }

  get channels(): readonly string[] {
    return [...this.#listeners.keys()]
  }

  invoke(channel: string, args: readonly unknown[], event: Partial<InvokeEvent> = {}): Promise<unknown> {
    const listener = this.#listeners.get(channel)
    if (listener === undefined) throw new Error(`No handler for ${channel}`)
    return listener({ sender: { id: this.id }, senderFrame: ownFrame, ...event }, ...args)
  }
}
