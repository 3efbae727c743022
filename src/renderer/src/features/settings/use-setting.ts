import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { AppError } from '../../../../shared/app-error.ts'
import type {
  PreferenceChanges,
  PreferenceKey,
  Preferences,
} from '../../../../shared/preferences/preference-schemas.ts'
import type { PreferenceSource } from '../../../../shared/preferences/preferences-snapshot.ts'
import { useCommand } from '../../bridge/use-command.ts'
import { usePreferences } from '../../stores/preferences.ts'

/** What a row shows of the setting it holds, whatever its type. */
export interface SettingState {
  readonly source: Readonly<ComputedRef<PreferenceSource>>
  /** Why the last change was not saved. */
  readonly error: Readonly<ShallowRef<AppError | null>>
  /** True after something was taken away, until the next change. */
  readonly canUndo: Readonly<ComputedRef<boolean>>
  readonly reset: () => Promise<void>
  readonly undo: () => Promise<void>
}

export interface Setting<K extends PreferenceKey> extends SettingState {
  readonly value: ComputedRef<Preferences[K]>
  readonly set: (value: Preferences[K]) => Promise<void>
  /** For what takes something away: it can be undone from the row. */
  readonly take: (value: Preferences[K]) => Promise<void>
}

/** One preference for its row: the value in force, who decided it, and the ways to change it. Saved at once. */
export function useSetting<K extends PreferenceKey>(key: K): Setting<K> {
  const preferences = usePreferences()
  const value = computed(() => preferences.values[key])
  const source = computed(() => preferences.snapshot?.sources[key] ?? 'default')
  /** What was there before something was taken away. */
  const before = shallowRef<{ readonly value: Preferences[K]; readonly wasYours: boolean } | null>(null)
  const command = useCommand(
    (ask: () => ReturnType<typeof preferences.change>): ReturnType<typeof preferences.change> => ask(),
  )

  const changeTo = (next: Preferences[K]) => {
    // A computed key widens the type to any key; the value is of this one.
    const changes = { [key]: next } as unknown as PreferenceChanges
    return preferences.change(changes)
  }

  async function run(ask: () => ReturnType<typeof preferences.change>): Promise<boolean> {
    return (await command.run(ask)).ok
  }

  async function remembering(ask: () => ReturnType<typeof preferences.change>): Promise<void> {
    const earlier = before.value
    // At once, and taken back if need be: the new value is seen before the answer, and the way back must not go and come.
    before.value = { value: value.value, wasYours: source.value !== 'default' }
    if (!(await run(ask))) before.value = earlier
  }

  return {
    value,
    source,
    error: command.error,
    canUndo: computed(() => before.value !== null),
    set: async (next) => {
      before.value = null
      await run(() => changeTo(next))
    },
    take: (next) => remembering(() => changeTo(next)),
    reset: () => remembering(() => preferences.reset([key])),
    undo: async () => {
      const old = before.value
      if (old === null) return
      const isUndone = await run(() => (old.wasYours ? changeTo(old.value) : preferences.reset([key])))
      if (isUndone) before.value = null
    },
  }
}

/** Calls back when the value changes from elsewhere, for an editor that keeps a draft of it. */
export function watchSetting<K extends PreferenceKey>(
  setting: Setting<K>,
  changed: (value: Preferences[K]) => void,
): void {
  watch(setting.value, changed)
}
