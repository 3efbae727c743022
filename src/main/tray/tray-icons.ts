import { join } from 'node:path'
import type { TrayStatus } from './tray-status.ts'

/** Icons differ in shape as well as in colour. States that call for the same reaction share one. */
const names: Readonly<Record<TrayStatus, string>> = {
  unknown: 'unknown',
  'signed-out': 'signed-out',
  idle: 'idle',
  busy: 'busy',
  'wrap-up': 'wrap-up',
  arriving: 'talking',
  ringing: 'talking',
  talking: 'talking',
  rest: 'rest',
  'rest-requested': 'rest',
  interrupted: 'interrupted',
  recovering: 'interrupted',
  'taken-over': 'signed-out',
  'held-elsewhere': 'signed-out',
  ended: 'signed-out',
}

/** Path of the icon; Electron finds the `@2x` file beside it. Linux panels are higher than the other systems' trays. */
export function trayIconPath(resources: string, status: TrayStatus, platform: NodeJS.Platform): string {
  return join(resources, 'tray', platform === 'linux' ? '24' : '16', `${names[status]}.png`)
}
