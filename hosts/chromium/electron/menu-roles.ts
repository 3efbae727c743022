import type { WebContents } from './web-contents.ts'

interface RoleWindow {
  readonly webContents: WebContents
  close(): void
  minimize(): void
}

/** What a menu role may act on. */
export interface RoleContext {
  readonly quit: () => void
  readonly appName: () => string
  readonly focusedWindow: () => RoleWindow | null
}

const labels: Readonly<Record<string, string>> = {
  about: 'About',
  close: 'Close Window',
  copy: 'Copy',
  cut: 'Cut',
  delete: 'Delete',
  minimize: 'Minimize',
  paste: 'Paste',
  quit: 'Quit',
  redo: 'Redo',
  reload: 'Reload',
  forcereload: 'Force Reload',
  selectall: 'Select All',
  toggledevtools: 'Toggle Developer Tools',
  undo: 'Undo',
  resetzoom: 'Actual Size',
  zoomin: 'Zoom In',
  zoomout: 'Zoom Out',
  editmenu: 'Edit',
  filemenu: 'File',
  viewmenu: 'View',
  windowmenu: 'Window',
  appmenu: 'App',
  help: 'Help',
}
const editingCommands = new Set(['copy', 'cut', 'delete', 'paste', 'redo', 'selectall', 'undo'])

/** The label an item of this role has when it is given none. */
export function roleLabel(role: string | undefined): string {
  return role === undefined ? '' : (labels[role] ?? '')
}

/** Does what a role stands for. Throws for a role the host does not know. */
export function runRole(role: string, context: RoleContext): void {
  const window = context.focusedWindow()
  const contents = window?.webContents
  if (role === 'quit') context.quit()
  else if (role === 'close') window?.close()
  else if (role === 'minimize') window?.minimize()
  else if (role === 'reload' || role === 'forcereload') contents?.reload()
  else if (role === 'toggledevtools') contents?.openDevTools()
  else if (role === 'resetzoom') contents?.setZoomFactor(1)
  else if (role === 'zoomin') contents?.setZoomLevel(contents.getZoomLevel() + 0.5)
  else if (role === 'zoomout') contents?.setZoomLevel(contents.getZoomLevel() - 0.5)
  else if (editingCommands.has(role)) void contents?.executeJavaScript(`document.execCommand('${role}')`)
  else throw new Error(`Chromium host: the menu role "${role}" is not implemented`)
}
