import type { BrowserWindowConstructorOptions } from 'electron'
import type { PopupTarget } from '../browser/browser-driver.ts'
import { BaseHostWindow } from './browser-window.ts'
import type { WebContents } from './web-contents.ts'
import { defineWindowProperties } from './window-properties.ts'
import type { WindowRegistry } from './window-registry.ts'
import type { WindowServices } from './window-services.ts'

/** The class apps construct: a window that knows its registry, with Electron's statics. */
export interface BrowserWindowClass {
  new (options?: BrowserWindowConstructorOptions): BaseHostWindow
  readonly prototype: BaseHostWindow
  getAllWindows(): BaseHostWindow[]
  getFocusedWindow(): BaseHostWindow | null
  fromId(id: number): BaseHostWindow | null
  fromWebContents(contents: WebContents): BaseHostWindow | null
  _adopt(popup: PopupTarget, options: object): BaseHostWindow
}

/** Builds `BrowserWindow` for one app. */
export function createBrowserWindowClass(
  registry: WindowRegistry,
  services: WindowServices,
): BrowserWindowClass {
  class BrowserWindow extends BaseHostWindow {
    constructor(options?: BrowserWindowConstructorOptions, adopt?: PopupTarget) {
      if (!services.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
      super(registry, services, options, adopt)
    }

    static getAllWindows(): BaseHostWindow[] {
      return registry.all()
    }

    static getFocusedWindow(): BaseHostWindow | null {
      return registry.focusedWindow
    }

    static fromId(id: number): BaseHostWindow | null {
      return registry.all().find((window) => window.id === id) ?? null
    }

    static fromWebContents(contents: WebContents): BaseHostWindow | null {
      return registry.all().find((window) => window.webContents === contents) ?? null
    }

    /** For the host only: a window for a page that a page opened. */
    static _adopt(popup: PopupTarget, options: object): BaseHostWindow {
      return new BrowserWindow(options, popup)
    }
  }
  defineWindowProperties(BrowserWindow.prototype)
  return BrowserWindow
}
