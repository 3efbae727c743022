import { createRequire } from 'node:module'
import type { BrowserDriver } from '../browser/browser-driver.ts'
import type { CdpConnection, CdpSession } from '../browser/cdp-connection.ts'
import type { Registries } from '../control/registries.ts'
import type { AppManifest } from '../host/app-manifest.ts'
import type { HostOptions } from '../host/options.ts'
import type { ShiftableClock } from '../host/shiftable-clock.ts'
import { App } from './app.ts'
import { createBrowserWindowClass } from './browser-window-class.ts'
import { Clipboard } from './clipboard.ts'
import { DialogDesk } from './dialog-desk.ts'
import { createDialogWindow } from './dialog-window.ts'
import { createDialog } from './dialog.ts'
import { GlobalShortcut } from './global-shortcut.ts'
import { absent, guard, guardClass } from './guard.ts'
import { IpcMain } from './ipc-main.ts'
import { MenuItem, setRoleContext } from './menu-item.ts'
import { Menu } from './menu.ts'
import * as images from './native-image.ts'
import { NativeTheme } from './native-theme.ts'
import { createNet } from './net.ts'
import { Notification, notificationRecords } from './notification.ts'
import { Permissions } from './permissions.ts'
import { PowerMonitor } from './power-monitor.ts'
import { Protocol } from './protocol.ts'
import { safeStorage } from './safe-storage.ts'
import { SchemeRegistry } from './schemes.ts'
import { Screen } from './screen.ts'
import { clearCache, clearStorage } from './session-browser.ts'
import { Session } from './session.ts'
import { createShell, type ShellCall } from './shell.ts'
import { Tray, trays } from './tray.ts'
import { UtilityProcesses } from './utility-process.ts'
import { WebContents } from './web-contents.ts'
import { WebRequest } from './web-request.ts'
import { WindowRegistry } from './window-registry.ts'
import type { WindowServices } from './window-services.ts'

/** What the API needs from the process it lives in. */
export interface ElectronHostPort {
  readonly manifest: AppManifest
  readonly options: HostOptions
  readonly clock: ShiftableClock
  readonly driver: Promise<BrowserDriver>
  readonly connection: () => CdpConnection
  readonly quit: () => void
  readonly exit: (code: number) => void
  readonly relaunch: (args: readonly string[]) => void
}

/** The `electron` module, and the host's own handles on what is behind it. */
export interface HostElectron {
  readonly module: object
  readonly internals: {
    readonly app: App
    readonly windows: WindowRegistry
    readonly registries: Registries
    readonly utilityProcesses: UtilityProcesses
    readonly electronVersion: string
    readonly setChromeVersion: (version: string) => void
  }
}

/** Modules of Electron's main process the host lacks: importing them links, using them names them. */
const absentModules = [
  ...[
    'autoUpdater',
    'BaseWindow',
    'BrowserView',
    'contentTracing',
    'crashReporter',
    'desktopCapturer',
    'ImageView',
  ],
  ...['inAppPurchase', 'MessageChannelMain', 'netLog', 'parentPort', 'powerSaveBlocker', 'pushNotifications'],
  ...[
    'ServiceWorkerMain',
    'ShareMenu',
    'systemPreferences',
    'TouchBar',
    'View',
    'webFrameMain',
    'WebContentsView',
  ],
]

function readElectronVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('electron/package.json')
  return (manifest as { version: string }).version
}

/** Builds the `electron` module for one app. */
export function createElectron(port: ElectronHostPort): HostElectron {
  const { options, manifest } = port
  const app = new App(manifest, options, {
    quit: port.quit,
    exit: port.exit,
    relaunch: port.relaunch,
    focus: () => windows.all()[0]?.show(),
  })
  const screen = new Screen(() => app.isReady())
  const windows = new WindowRegistry(app, (bounds) => screen._matching(bounds))
  const schemes = new SchemeRegistry()
  const webRequest = new WebRequest()
  const ipcMain = new IpcMain()
  const protocol = new Protocol(schemes, () => app.isReady())
  const permissions = new Permissions(schemes, (params) =>
    port.connection().browser.send('Browser.setPermission', params),
  )
  const pageSessions = new Set<CdpSession>()
  const nativeTheme = new NativeTheme(() => pageSessions)
  const session = new Session(
    permissions,
    protocol,
    webRequest,
    {
      clearCache: () => clearCache(pageSessions),
      clearStorage: (origin, storages) => clearStorage(pageSessions, schemes, windows, origin, storages),
    },
    options.userDataDir ?? manifest.path,
  )
  webRequest._onChange = () => {
    for (const contents of WebContents.getAllWebContents()) void contents._refreshInterception()
  }
  const electronVersion = readElectronVersion()
  let versions: Readonly<Record<string, string>> = { electron: electronVersion, node: process.versions.node }
  const desk = new DialogDesk(options.headless ? undefined : createDialogWindow(port.driver))
  const services: WindowServices = {
    driver: port.driver,
    childSession: (id) => port.connection().session(id),
    schemes,
    session,
    permissions,
    ipcMain,
    app,
    headless: options.headless,
    isReady: () => app.isReady(),
    processInfo: () => ({ versions, resourcesPath: manifest.path }),
    pageDialogs: {
      ask: async (kind, message) => {
        const answer = await desk.ask({
          kind,
          type: 'none',
          title: '',
          message,
          detail: '',
          buttons: kind === 'alert' ? ['OK'] : ['OK', 'Cancel'],
          checkboxLabel: '',
          defaultPath: '',
        })
        const text = answer?.filePaths?.[0]
        return { accept: answer?.response === 0, ...(text === undefined ? {} : { text }) }
      },
    },
    preparePage: async (pageSession) => {
      pageSessions.add(pageSession)
      await nativeTheme._apply(pageSession)
    },
    adoptPopup: (popup, overrides, opener) => {
      const window = BrowserWindow._adopt(popup, overrides)
      opener.emit('did-create-window', window, { url: '', frameName: '' })
    },
  }
  const BrowserWindow = createBrowserWindowClass(windows, services)
  const opened: ShellCall[] = []
  const shortcuts = new GlobalShortcut(() => app.isReady())
  const power = new PowerMonitor()
  const clipboard = new Clipboard()
  const utilityProcesses = new UtilityProcesses(() => app.isReady())
  setRoleContext({
    quit: port.quit,
    appName: () => app.getName(),
    focusedWindow: () => windows.focusedWindow,
  })

  const { createEmpty, createFromBitmap, createFromBuffer, createFromDataURL, createFromPath } = images
  const modules = {
    app: guard('app', app),
    BrowserWindow: guardClass('BrowserWindow', BrowserWindow),
    clipboard: guard('clipboard', clipboard),
    dialog: guard('dialog', createDialog(desk)),
    globalShortcut: guard('globalShortcut', shortcuts),
    ipcMain: guard('ipcMain', ipcMain),
    Menu: guardClass('Menu', Menu),
    MenuItem: guardClass('MenuItem', MenuItem),
    nativeImage: guard('nativeImage', {
      createEmpty,
      createFromBitmap,
      createFromBuffer,
      createFromDataURL,
      createFromPath,
    }),
    NativeImage: guardClass('NativeImage', images.NativeImage),
    nativeTheme: guard('nativeTheme', nativeTheme),
    net: guard('net', createNet(schemes)),
    Notification: guardClass('Notification', Notification),
    powerMonitor: guard('powerMonitor', power),
    protocol: guard('protocol', protocol),
    safeStorage: guard('safeStorage', safeStorage),
    screen: guard('screen', screen),
    session: guard('session', { defaultSession: guard('session.defaultSession', session) }),
    shell: guard(
      'shell',
      createShell((call) => void opened.push(call)),
    ),
    Tray: guardClass('Tray', Tray),
    utilityProcess: guard('utilityProcess', utilityProcesses.module),
    webContents: guardClass('webContents', WebContents),
    // Only the renderer has these; libraries that look at both sides test them for undefined.
    ipcRenderer: undefined,
    contextBridge: undefined,
    webFrame: undefined,
    ...Object.fromEntries(absentModules.map((name) => [name, absent(name)])),
  }
  guard('session.webRequest', webRequest)
  return {
    module: guard('', modules),
    internals: {
      app,
      windows,
      utilityProcesses,
      electronVersion,
      setChromeVersion: (chrome) => {
        versions = { ...versions, chrome }
        const all = Object.freeze({ ...process.versions, chrome })
        Object.defineProperty(process, 'versions', { value: all, configurable: true })
      },
      registries: {
        trays,
        notifications: notificationRecords,
        opened,
        app,
        clipboard,
        windows,
        screen,
        dialogs: desk,
        shortcuts,
        power,
        theme: nativeTheme,
        clock: port.clock,
      },
    },
  }
}
