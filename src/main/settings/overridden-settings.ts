import { isDeepStrictEqual } from 'node:util'
import type { Settings, SettingsStore } from './settings.ts'

/**
 * Settings with values that hold for this run only: those of the command line, and those of the built-in demo. Such a
 * value is never saved. When the agent changes one to something else, the new value is his own: it is saved and the
 * override is gone.
 */
export class OverriddenSettings implements SettingsStore {
  private readonly inner: SettingsStore
  private overrides: Partial<Settings>

  constructor(inner: SettingsStore, overrides: Partial<Settings>) {
    this.inner = inner
    this.overrides = overrides
  }

  get current(): Settings {
    return { ...this.inner.current, ...this.overrides }
  }

  async update(change: Partial<Settings>): Promise<void> {
    const lasting = omit(
      change,
      (key) => key in this.overrides && isDeepStrictEqual(change[key], this.overrides[key]),
    )
    if (Object.keys(lasting).length === 0) return
    await this.inner.update(lasting)
    this.overrides = omit(this.overrides, (key) => key in lasting)
  }
}

function omit(settings: Partial<Settings>, isOmitted: (key: keyof Settings) => boolean): Partial<Settings> {
  const entries = Object.entries(settings).filter(([key]) => !isOmitted(key as keyof Settings))
  return Object.fromEntries(entries)
}
