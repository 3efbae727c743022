import { Menu, Tray } from 'electron'
import type { TrayPort } from './tray-controller.ts'
import { trayIconPath } from './tray-icons.ts'

/** The system's tray. Throws where there is none. */
export function createElectronTray(resources: string, onClick: () => void): TrayPort {
  const tray = new Tray(trayIconPath(resources, 'signed-out', 0, process.platform))
  tray.on('click', onClick)
  return {
    show: (status, waiting, toolTip) => {
      tray.setImage(trayIconPath(resources, status, waiting, process.platform))
      tray.setToolTip(toolTip)
    },
    setMenu: (template) => tray.setContextMenu(Menu.buildFromTemplate(template)),
    destroy: () => tray.destroy(),
  }
}
