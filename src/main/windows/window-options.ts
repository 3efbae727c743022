import type { BrowserWindowConstructorOptions } from 'electron'

export interface WindowLook {
  readonly preload: string
  readonly icon: string
  readonly isDark: boolean
  /** Off in a packaged program (SEC-31). */
  readonly hasDevTools: boolean
}

/** A small window beside the phone. Every setting of the page's privileges is written out, also where it is the default. */
export function windowOptions(look: WindowLook): BrowserWindowConstructorOptions {
  return {
    title: 'Deskside',
    width: 420,
    height: 720,
    minWidth: 360,
    minHeight: 480,
    show: false,
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
    },
  }
}
