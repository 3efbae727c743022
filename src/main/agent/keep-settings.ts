import type { SessionLog } from '../session/gateway-session.ts'
import type { Settings, SettingsStore } from '../settings/settings.ts'
import type { DeskStore } from './desk-store.ts'

export interface KeepSettings {
  readonly settings: SettingsStore
  readonly store: DeskStore
  readonly log: SessionLog
}

/** Saves a change. When that fails the agent is told and the reason is logged; what was asked for goes on. */
export async function keepSettings(
  { settings, store, log }: KeepSettings,
  change: Partial<Settings>,
): Promise<void> {
  try {
    await settings.update(change)
  } catch (error) {
    log.warn('settings were not saved', { error })
    store.notify('warning', { kind: 'settings-not-saved' })
  }
}
