import type { ShownPart } from '../../shared/ipc/contract.ts'
import type { Receiver } from '../ipc/broadcaster.ts'

export interface ShownPartSenderDeps {
  /** Brings the oldest window to the front, opening one if there is none. */
  readonly reveal: () => void
  /** Open windows, the oldest first. */
  readonly receivers: () => readonly Receiver[]
}

/** Shows a part of the window for another door; a window that is only just being opened is told when it can listen. */
export class ShownPartSender {
  readonly #deps: ShownPartSenderDeps
  readonly #listening = new Set<number>()
  #wanted: ShownPart | null = null

  constructor(deps: ShownPartSenderDeps) {
    this.#deps = deps
  }

  show(part: ShownPart | 'window'): void {
    const { reveal, receivers } = this.#deps
    reveal()
    if (part === 'window') return
    const open = new Set(receivers().map(({ id }) => id))
    for (const id of this.#listening) if (!open.has(id)) this.#listening.delete(id)
    const receiver = receivers().find((one) => one.isLive() && this.#listening.has(one.id))
    this.#wanted = receiver === undefined ? part : null
    receiver?.send('window:show', part)
  }

  /** The page of that window has asked for its first snapshot: it listens. */
  windowReady(windowId: number): void {
    this.#listening.add(windowId)
    const part = this.#wanted
    const receiver = this.#deps.receivers().find((one) => one.isLive() && one.id === windowId)
    if (part === null || receiver === undefined) return
    this.#wanted = null
    receiver.send('window:show', part)
  }
}
