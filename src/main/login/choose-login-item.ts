import type { App } from 'electron'
import { join } from 'node:path'
import { autostartFile } from './autostart-file.ts'
import type { LoginItem } from './login-item.ts'
import { systemLoginItem } from './system-login-item.ts'

export interface LoginSurroundings {
  readonly app: Pick<App, 'isPackaged' | 'getPath' | 'getLoginItemSettings' | 'setLoginItemSettings'>
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** The running program. */
  readonly program: string
}

/** How this system starts programs with the computer, or why that is not offered. */
export function chooseLoginItem({
  app,
  platform,
  env,
  program,
}: LoginSurroundings): LoginItem | 'not-installed' | 'not-on-this-system' {
  // A development program is Electron with a path; the system would start an empty Electron.
  if (!app.isPackaged) return 'not-installed'
  if (platform === 'win32' || platform === 'darwin') return systemLoginItem(app)
  if (platform !== 'linux') return 'not-on-this-system'
  const configFolder = env.XDG_CONFIG_HOME ?? join(app.getPath('home'), '.config')
  // An AppImage runs from a folder that is gone after it; the variable names the file itself.
  return autostartFile(configFolder, env.APPIMAGE ?? program)
}
