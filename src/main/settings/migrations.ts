import * as v from 'valibot'
import { err, ok, type Result } from '../../shared/result.ts'
import { readPreferences } from './read-preferences.ts'
import {
  currentVersion,
  settingsV1Schema,
  settingsV2Schema,
  settingsV3Schema,
  type SettingsV1,
  type SettingsV2,
  type SettingsV3,
  settingsV4Schema,
  type SettingsV4,
} from './settings-schemas.ts'
import type { Settings } from './settings.ts'

/** Version 2 names the management service; empty means the gateway's own origin, which is what version 1 did. */
export function migrateV1ToV2(old: SettingsV1): SettingsV2 {
  return { ...old, version: 2, managementAddress: '' }
}

/** Version 3 has preferences; before it there was nothing to prefer. */
export function migrateV2ToV3(old: SettingsV2): SettingsV3 {
  return { ...old, version: 3, preferences: {} }
}

/** Version 4 remembers where the window was; before it the system put it somewhere. */
export function migrateV3ToV4(old: SettingsV3): SettingsV4 {
  return { ...old, version: 4, windowPlaces: {} }
}

/** Why a file cannot be used: made by a later Deskside, or not what any version wrote. */
export type SettingsProblem = 'newer-version' | 'damaged'

/** Settings out of a file, and the preferences among them that could not be used. */
export interface ReadSettings {
  readonly settings: Settings
  readonly droppedPreferences: readonly string[]
}

const versionSchema = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) })

/**
 * Brings the parsed content of a settings file of any version to the present one. Each version is checked by its own
 * schema before its step, and the last result by the present schema.
 */
export function migrateSettings(content: unknown): Result<ReadSettings, SettingsProblem> {
  const versioned = v.safeParse(versionSchema, content)
  if (!versioned.success) return err('damaged')
  const { version } = versioned.output
  if (version > currentVersion) return err('newer-version')
  let value: unknown = content
  if (version === 1) {
    const old = v.safeParse(settingsV1Schema, value)
    if (!old.success) return err('damaged')
    value = migrateV1ToV2(old.output)
  }
  if (version <= 2) {
    const old = v.safeParse(settingsV2Schema, value)
    if (!old.success) return err('damaged')
    value = migrateV2ToV3(old.output)
  }
  if (version <= 3) {
    const old = v.safeParse(settingsV3Schema, value)
    if (!old.success) return err('damaged')
    value = migrateV3ToV4(old.output)
  }
  const parsed = v.safeParse(settingsV4Schema, value)
  if (!parsed.success) return err('damaged')
  const { version: _version, preferences, ...settings } = parsed.output
  const { kept, dropped } = readPreferences(preferences)
  return ok({ settings: { ...settings, preferences: kept }, droppedPreferences: dropped })
}

/** What the file holds for these settings. */
export function toFileContent(settings: Settings): Readonly<Record<string, unknown>> {
  return { version: currentVersion, ...settings }
}
