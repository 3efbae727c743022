import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { CommandRouter } from '../ipc/router.ts'
import type { Watches } from '../ipc/watches.ts'
import type { ProgramPaths } from '../launch/program-paths.ts'
import type { QuitIntent } from '../windows/quit-intent.ts'
import { showDesktopNote } from '../windows/desktop-note.ts'
import { electronScreens } from '../windows/electron-screens.ts'
import { explainOnce } from '../windows/explain-once.ts'
import { WindowManager } from '../windows/window-manager.ts'
import { windowOptions } from '../windows/window-options.ts'
import { WindowPlacer } from '../windows/window-placer.ts'
import { WindowVisibility } from '../windows/window-visibility.ts'
import type { Common } from './common.ts'

export interface WindowsDeps {
  readonly paths: ProgramPaths
  /** Address of the page. */
  readonly address: string
  readonly router: CommandRouter
  readonly watches: Watches
  readonly intent: QuitIntent
  readonly isPackaged: boolean
  /** False where no window may appear. */
  readonly showsWindows: boolean
  readonly hasTray: () => boolean
  readonly loaded: () => void
  /** The page of a window has died; it may be loaded again. */
  readonly crashed: (reason: string) => void
}

export interface Windows {
  readonly manager: WindowManager<BrowserWindow>
  readonly openWindow: () => void
  readonly reveal: () => void
}

/** Builds the windows' keeper; opens none. */
export function composeWindows(common: Common, deps: WindowsDeps): Windows {
  const { settings, preferences, words, clock, log, end } = common
  const { paths, isPackaged, intent, hasTray } = deps
  const placer = new WindowPlacer<BrowserWindow>({
    screens: electronScreens(screen),
    settings,
    preferences,
    clock,
    reveal: () => reveal(),
    log: log.scope('window'),
  })
  placer.start()
  end.add('places of windows', () => placer.dispose())
  const manager: WindowManager<BrowserWindow> = new WindowManager<BrowserWindow>({
    createWindow: (isHidden) => {
      const window = new BrowserWindow(
        windowOptions({
          preload: paths.preload,
          icon: paths.appIcon,
          isDark: nativeTheme.shouldUseDarkColors,
          hasDevTools: !isPackaged,
          place: placer.nextPlace(),
          isHidden,
        }),
      )
      placer.attach(window)
      return window
    },
    address: deps.address,
    router: deps.router,
    watches: deps.watches,
    clock,
    log: log.scope('window'),
    showsWindows: deps.showsWindows,
    loaded: deps.loaded,
    crashed: deps.crashed,
    visibility: () => visibility,
  })
  const openWindow = (): void => {
    manager.open().catch((error: unknown) => log.error('window could not be opened', { error }))
  }
  const visibility: WindowVisibility<BrowserWindow> = new WindowVisibility<BrowserWindow>({
    windows: () => manager.windows,
    openWindow,
    intent,
    hasTray,
    explainHidden: explainOnce(
      preferences,
      () => void showDesktopNote(words.now.tray.stillRunning, () => reveal()),
    ),
  })
  const reveal = (): void => visibility.reveal()
  return { manager, openWindow, reveal }
}
