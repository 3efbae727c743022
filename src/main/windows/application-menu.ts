import { Menu } from 'electron'

/**
 * The menu bar. Windows and Linux get none, and with it no reload or developer tools by key (PERF-08, SEC-31); on macOS
 * copying and pasting by key works only through a menu.
 */
export function setApplicationMenu(platform: NodeJS.Platform): void {
  const menu =
    platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null
  Menu.setApplicationMenu(menu)
}
