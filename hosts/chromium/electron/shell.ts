import { existsSync } from 'node:fs'

/** A request to the desktop, as the control port shows it. */
export interface ShellCall {
  readonly kind: 'external' | 'path' | 'folder' | 'beep' | 'trash'
  readonly target: string
  readonly at: string
}

/**
 * Electron's `shell`. Every call is recorded and nothing is opened: a browser driven for development must not start
 * other programs by itself.
 */
export function createShell(record: (call: ShellCall) => void): object {
  const note = (kind: ShellCall['kind'], target: string): void =>
    record({ kind, target, at: new Date().toISOString() })
  return {
    openExternal: (url: string): Promise<void> => {
      if (!URL.canParse(url)) return Promise.reject(new Error('Invalid URL'))
      note('external', url)
      return Promise.resolve()
    },
    openPath: (path: string): Promise<string> => {
      if (!existsSync(path)) return Promise.resolve('Failed to open path')
      note('path', path)
      return Promise.resolve('')
    },
    showItemInFolder: (path: string): void => note('folder', path),
    beep: (): void => note('beep', ''),
  }
}
