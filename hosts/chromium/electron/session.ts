import { EventEmitter } from 'node:events'
import type { Permissions } from './permissions.ts'
import type { Protocol } from './protocol.ts'
import type { WebRequest } from './web-request.ts'

/** What a session asks of the browser. */
export interface SessionBrowser {
  clearCache(): Promise<void>
  clearStorage(origin: string | undefined, storages: readonly string[] | undefined): Promise<void>
}

/** `session.defaultSession`; there is no other. */
export class Session extends EventEmitter {
  readonly #permissions: Permissions
  readonly #browser: SessionBrowser
  readonly protocol: Protocol
  readonly webRequest: WebRequest
  readonly storagePath: string

  constructor(
    permissions: Permissions,
    protocol: Protocol,
    webRequest: WebRequest,
    browser: SessionBrowser,
    storagePath: string,
  ) {
    super()
    this.#permissions = permissions
    this.protocol = protocol
    this.webRequest = webRequest
    this.#browser = browser
    this.storagePath = storagePath
  }

  setPermissionRequestHandler(handler: Permissions['requestHandler']): void {
    this.#permissions.requestHandler = handler
  }

  setPermissionCheckHandler(handler: Permissions['checkHandler']): void {
    this.#permissions.checkHandler = handler
  }

  /** Kept, never asked: without a picker, Chromium grants no device (HID, serial, USB) to a page here. */
  setDevicePermissionHandler(_handler: ((details: object) => boolean) | null): void {
    // Every device stays refused, the strictest answer a handler could give.
  }

  isPersistent(): boolean {
    return true
  }

  getStoragePath(): string {
    return this.storagePath
  }

  clearCache(): Promise<void> {
    return this.#browser.clearCache()
  }

  clearStorageData(options: { origin?: string; storages?: readonly string[] } = {}): Promise<void> {
    return this.#browser.clearStorage(options.origin, options.storages)
  }
}
