import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef } from 'vue'
import type { AppError } from '../../../shared/app-error.ts'
import type { DeskSnapshot } from '../../../shared/domain/desk-snapshot.ts'
import { useBridge } from '../bridge/bridge.ts'

/**
 * The desk as main last told it. Subscribes first, then asks for the present snapshot, and applies only newer revisions:
 * whichever arrives first, the window ends up with the newest one, also after a reload.
 */
export const useDesk = defineStore('desk', () => {
  const bridge = useBridge()
  const snapshot = shallowRef<DeskSnapshot | null>(null)
  const loadError = shallowRef<AppError | null>(null)

  function apply(next: DeskSnapshot): void {
    if (snapshot.value !== null && next.revision <= snapshot.value.revision) return
    snapshot.value = next
    loadError.value = null
  }

  onScopeDispose(bridge.onSnapshot(apply))

  /** Asks for the present snapshot; called once at start and again by the reader after a failure. */
  async function load(): Promise<void> {
    const result = await bridge.getSnapshot()
    if (result.ok) apply(result.value)
    else if (snapshot.value === null) loadError.value = result.error
  }

  const queueNames = computed(
    () => new Map(snapshot.value?.queues.map((queue) => [queue.id, queue.name]) ?? []),
  )

  return { snapshot, loadError, load, queueNames }
})
