import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef } from 'vue'
import type { AppError } from '../../../shared/app-error.ts'
import { defaultPreferences } from '../../../shared/preferences/default-preferences.ts'
import type { PreferenceChanges, PreferenceKey } from '../../../shared/preferences/preference-schemas.ts'
import type { PreferencesSnapshot } from '../../../shared/preferences/preferences-snapshot.ts'
import { useBridge } from '../bridge/bridge.ts'

/**
 * The preferences as main last told them; the program's defaults until it has. Changes go to main and come back as a
 * snapshot: the window never shows a preference that was not saved.
 */
export const usePreferences = defineStore('preferences', () => {
  const bridge = useBridge()
  const snapshot = shallowRef<PreferencesSnapshot | null>(null)
  const loadError = shallowRef<AppError | null>(null)

  function apply(next: PreferencesSnapshot): void {
    if (snapshot.value !== null && next.revision <= snapshot.value.revision) return
    snapshot.value = next
    loadError.value = null
  }

  onScopeDispose(bridge.onPreferences(apply))

  async function load(): Promise<void> {
    const result = await bridge.getPreferences()
    if (result.ok) apply(result.value)
    else if (snapshot.value === null) loadError.value = result.error
  }

  const values = computed(() => snapshot.value?.values ?? defaultPreferences)

  return {
    snapshot,
    values,
    loadError,
    load,
    change: (changes: PreferenceChanges) => bridge.changePreferences(changes),
    reset: (keys: PreferenceKey[]) => bridge.resetPreferences({ keys }),
  }
})
