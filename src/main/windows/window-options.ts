import type { BrowserWindowConstructorOptions } from 'electron'
import type { Place } from './placement.ts'

export interface WindowLook {
  readonly preload: string
  readonly icon: string
  readonly isDark: boolean
  /** Off in a packaged program (SEC-31). */
  readonly hasDevTools: boolean
  readonly place: Place
  /** Opens in the tray: its page knows that nobody sees it, and draws nothing before it is shown. */
  readonly isHidden: boolean
}

/** Its place is decided elsewhere (`window-placer.ts`). Every setting of the page's privileges is written out, also where it is the default. */
export function windowOptions(look: WindowLook): BrowserWindowConstructorOptions {
  return {
    title: 'Deskside',
    x: look.place.x,
    y: look.place.y,
    width: look.place.width,
    height: look.place.height,
    show: false,
    paintWhenInitiallyHidden: !look.isHidden,
    icon: look.icon,
    // The page's own canvas, seen until it has painted: no white flash on a dark desk.
    backgroundColor: look.isDark ? '#0f1518' : '#f4f2ee',
    autoHideMenuBar: true,
    webPreferences: {
      preload: look.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: look.hasDevTools,
      // A call must be heard also when nobody has touched the page since it was loaded.
      autoplayPolicy: 'no-user-gesture-required',
    },
  }
}
