import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import type { AppError } from '../../../shared/app-error.ts'
import type { RosterSnapshot } from '../../../shared/domain/roster.ts'
import { useBridge } from '../bridge/bridge.ts'

/** The roster as main last sent it; it travels apart from the desk because it may hold 25,000 agents. */
export const useRoster = defineStore('roster', () => {
  const bridge = useBridge()
  const snapshot = shallowRef<RosterSnapshot | null>(null)
  const loadError = shallowRef<AppError | null>(null)

  function apply(next: RosterSnapshot): void {
    if (snapshot.value !== null && next.revision <= snapshot.value.revision) return
    snapshot.value = next
    loadError.value = null
  }

  onScopeDispose(bridge.onRoster(apply))

  async function load(): Promise<void> {
    const result = await bridge.getRoster()
    if (result.ok) apply(result.value)
    else if (snapshot.value === null) loadError.value = result.error
  }

  return { snapshot, loadError, load }
})
