import type { AppError } from '../../shared/app-error.ts'
import {
  preferenceKeys,
  type PreferenceChanges,
  type PreferenceKey,
  type Preferences,
} from '../../shared/preferences/preference-schemas.ts'
import { defaultPreferences } from '../../shared/preferences/default-preferences.ts'
import type { PreferencesSnapshot, PreferenceSource } from '../../shared/preferences/preferences-snapshot.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Logger } from '../logging/logger.ts'
import type { SettingsStore } from '../settings/settings.ts'

/** The preferences as the rest of the main process reads and changes them. */
export interface PreferencesService {
  readonly snapshot: PreferencesSnapshot
  get<K extends PreferenceKey>(key: K): Preferences[K]
  /** Called after every change. Returns its own undo. */
  subscribe(listener: (snapshot: PreferencesSnapshot) => void): () => void
  /** Saved before they hold; all of them or none. */
  change(changes: PreferenceChanges): Promise<Result<null, AppError>>
  /** Gives these back to the program. */
  reset(keys: readonly PreferenceKey[]): Promise<Result<null, AppError>>
}

export interface PreferencesOptions {
  readonly settings: SettingsStore
  /** What the command line of this run decides; never saved. What is changed by hand meanwhile wins. */
  readonly fromCommandLine: Partial<Preferences>
  readonly log: Logger
}

/** Each value comes from the first of these that has one: the command line of this run, the person's choice, the program. */
export class PreferencesKeeper implements PreferencesService {
  readonly #settings: SettingsStore
  readonly #log: Logger
  readonly #listeners = new Set<(snapshot: PreferencesSnapshot) => void>()
  #fromCommandLine: Partial<Preferences>
  #snapshot: PreferencesSnapshot

  constructor({ settings, fromCommandLine, log }: PreferencesOptions) {
    this.#settings = settings
    this.#fromCommandLine = fromCommandLine
    this.#log = log
    this.#snapshot = this.#project(0)
  }

  get snapshot(): PreferencesSnapshot {
    return this.#snapshot
  }

  get<K extends PreferenceKey>(key: K): Preferences[K] {
    return this.#snapshot.values[key]
  }

  subscribe(listener: (snapshot: PreferencesSnapshot) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  change(changes: PreferenceChanges): Promise<Result<null, AppError>> {
    // A key that is there without a value comes from a partial object; it changes nothing.
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
    return this.#save({ ...this.#settings.current.preferences, ...given }, Object.keys(given))
  }

  reset(keys: readonly PreferenceKey[]): Promise<Result<null, AppError>> {
    const kept = Object.entries(this.#settings.current.preferences).filter(
      ([key]) => !keys.some((given) => given === key),
    )
    return this.#save(Object.fromEntries(kept), keys)
  }

  async #save(
    preferences: Partial<Preferences>,
    touched: readonly string[],
  ): Promise<Result<null, AppError>> {
    try {
      await this.#settings.update({ preferences })
    } catch (error) {
      this.#log.warn('preferences were not saved', { error })
      return err({ code: 'storage-failed' })
    }
    this.#fromCommandLine = Object.fromEntries(
      Object.entries(this.#fromCommandLine).filter(([key]) => !touched.includes(key)),
    )
    this.#snapshot = this.#project(this.#snapshot.revision + 1)
    for (const listener of this.#listeners) listener(this.#snapshot)
    return ok(null)
  }

  #project(revision: number): PreferencesSnapshot {
    const yours = this.#settings.current.preferences
    const values: Preferences = { ...defaultPreferences, ...yours, ...this.#fromCommandLine }
    const sourceOf = (key: PreferenceKey): PreferenceSource =>
      key in this.#fromCommandLine ? 'command-line' : key in yours ? 'yours' : 'default'
    const sources = Object.fromEntries(preferenceKeys.map((key) => [key, sourceOf(key)]))
    return { revision, values, sources: sources as Record<PreferenceKey, PreferenceSource> }
  }
}
