import { EventEmitter } from 'node:events'
import type { IpcMain as ElectronIpcMain, IpcMainInvokeEvent } from 'electron'

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown

/** `ipcMain`, and the `ipc` of a webContents or a frame: listeners by channel and at most one handler for each. */
export class IpcMain
  extends EventEmitter
  implements Pick<ElectronIpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  readonly #invokeHandlers = new Map<string, Handler>()

  constructor() {
    super()
    // A channel called "error" must not become a thrown error.
    this.on('error', () => undefined)
  }

  /** Throws when the channel already has a handler. */
  handle(channel: string, listener: Handler): void {
    if (this.#invokeHandlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    if (typeof listener !== 'function') {
      throw new TypeError(`Expected handler to be a function, but found type '${typeof listener}'`)
    }
    this.#invokeHandlers.set(channel, listener)
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return listener(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this.#invokeHandlers.delete(channel)
  }

  /** For the dispatcher only. */
  _handlerOf(channel: string): Handler | undefined {
    return this.#invokeHandlers.get(channel)
  }
}
