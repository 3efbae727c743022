import { join } from 'node:path'
import type { TrayStatus } from './tray-status.ts'

/** Every icon; each has an outline of its own. */
export const trayIconNames = [
  'idle',
  'busy',
  'rest',
  'wrap-up',
  'ringing',
  'talking',
  'unknown',
  'interrupted',
  'ended',
  'signed-out',
] as const
export type TrayIconName = (typeof trayIconNames)[number]

/** What a badge says: how many calls wait. */
export const trayBadges = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '9plus'] as const
export type TrayBadge = (typeof trayBadges)[number]

/** States that call for the same reaction share one. */
const names: Readonly<Record<TrayStatus, TrayIconName>> = {
  unknown: 'unknown',
  'signed-out': 'signed-out',
  idle: 'idle',
  busy: 'busy',
  'wrap-up': 'wrap-up',
  arriving: 'ringing',
  ringing: 'ringing',
  talking: 'talking',
  rest: 'rest',
  'rest-requested': 'rest',
  interrupted: 'interrupted',
  recovering: 'interrupted',
  'taken-over': 'ended',
  'held-elsewhere': 'ended',
  ended: 'ended',
}

/** Without a session that is heard of nobody knows who waits: these have no badges. */
const withoutBadge: ReadonlySet<TrayIconName> = new Set(['interrupted', 'ended', 'signed-out'])

/** The badges that there are for an icon, and none. */
export function badgesOf(name: TrayIconName): readonly (TrayBadge | null)[] {
  return withoutBadge.has(name) ? [null] : [null, ...trayBadges]
}

/**
 * File of an icon for a system: `.ico` with every size on Windows, a black template on macOS, a coloured picture on Linux,
 * whose panels are higher. Electron finds the `@2x` file beside a PNG, and knows a template by the end of its name.
 */
export function trayIconFile(
  resources: string,
  name: TrayIconName,
  badge: TrayBadge | null,
  platform: NodeJS.Platform,
): string {
  const file = badge === null ? name : `${name}-${badge}`
  switch (platform) {
    case 'win32':
      return join(resources, 'tray', 'windows', `${file}.ico`)
    case 'darwin':
      return join(resources, 'tray', 'macos', `${file}Template.png`)
    default:
      return join(resources, 'tray', 'linux', `${file}.png`)
  }
}

/** @param waiting calls that wait; 0 shows no badge, and more than 9 are "9+" */
export function trayIconPath(
  resources: string,
  status: TrayStatus,
  waiting: number,
  platform: NodeJS.Platform,
): string {
  const name = names[status]
  const badge = waiting > 9 ? '9plus' : (trayBadges[waiting - 1] ?? null)
  return trayIconFile(resources, name, badgesOf(name).includes(badge) ? badge : null, platform)
}
