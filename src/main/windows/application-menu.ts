import { Menu } from 'electron'

/**
 * No menu bar, and with it no reload or developer tools by key (SEC-31). To be called before Electron is ready, or it
 * builds its own first (PERF-08). On macOS copying and pasting by key works only through a menu.
 */
export function setApplicationMenu(platform: NodeJS.Platform): void {
  const menu =
    platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null
  Menu.setApplicationMenu(menu)
}
