import type { PreferenceKey } from '../../../../shared/preferences/preference-schemas.ts'

/** Sections of the sheet, in the order in which they stand. */
export const settingSections = [
  'general',
  'appearance',
  'desk',
  'queues',
  'notifications',
  'shortcuts',
  'connection',
  'about',
] as const
export type SettingSection = (typeof settingSections)[number]

/**
 * Every row of the sheet and its section. A row without an entry here cannot be found; the names are those of the text table
 * (`settings.rows`).
 */
export const sectionOfRow = {
  language: 'general',
  startsAtLogin: 'general',
  startsHidden: 'general',
  isAlwaysOnTop: 'general',
  theme: 'appearance',
  textSize: 'appearance',
  busyReasons: 'desk',
  skillSets: 'desk',
  guardMs: 'desk',
  thresholds: 'queues',
  alerts: 'notifications',
  soundVolume: 'notifications',
  quietHours: 'notifications',
  shortcuts: 'shortcuts',
  gateway: 'connection',
  check: 'connection',
  version: 'about',
  userData: 'about',
  licences: 'about',
} as const satisfies Record<string, SettingSection>
export type SettingRowId = keyof typeof sectionOfRow

export const settingRowIds = Object.keys(sectionOfRow) as readonly SettingRowId[]

/** Preferences without a row of their own, and where they are set instead. */
export const preferencesElsewhere: Readonly<Partial<Record<PreferenceKey, string>>> = {
  windowMode: 'the window itself: its button, the palette, a shortcut',
  isTrayExplained: 'nowhere: it is told once',
  rosterColumns: 'the team view',
  isRosterByQueue: 'the team view',
  gatewayChoice: 'the row "gateway", which asks main',
}

/** The element of a row, to scroll to. */
export const rowElementId = (id: SettingRowId): string => `setting-${id}`
