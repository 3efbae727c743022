import type { EventEmitter } from 'node:events'
import type { BrowserDriver, PopupTarget } from '../browser/browser-driver.ts'
import type { CdpSession } from '../browser/cdp-connection.ts'
import type { IpcMain } from './ipc-main.ts'
import type { PageDialogs } from './page-dialogs.ts'
import type { Permissions } from './permissions.ts'
import type { SchemeRegistry } from './schemes.ts'
import type { Session } from './session.ts'
import type { WebContents } from './web-contents.ts'

/** What windows and their contents need from the host. */
export interface WindowServices {
  /** Resolves when the browser runs. */
  readonly driver: Promise<BrowserDriver>
  readonly childSession: (id: string) => CdpSession
  readonly schemes: SchemeRegistry
  readonly session: Session
  readonly permissions: Permissions
  readonly ipcMain: IpcMain
  readonly app: EventEmitter & { readonly userAgentFallback: string }
  readonly pageDialogs: PageDialogs
  /** Called for each new page before its first document. */
  readonly preparePage: (session: CdpSession) => Promise<void>
  readonly processInfo: () => {
    readonly versions: Readonly<Record<string, string>>
    readonly resourcesPath: string
  }
  /** Makes a window of a page that a page opened. */
  readonly adoptPopup: (popup: PopupTarget, options: object, opener: WebContents) => void
  readonly headless: boolean
  readonly isReady: () => boolean
}
