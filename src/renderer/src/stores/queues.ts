import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import type { AppError } from '../../../shared/app-error.ts'
import type { QueuesSnapshot } from '../../../shared/domain/queues.ts'
import { useBridge } from '../bridge/bridge.ts'

/** The figures of the agent's own queues as main last sent them; it sends them only while a view shows them. */
export const useQueues = defineStore('queues', () => {
  const bridge = useBridge()
  const snapshot = shallowRef<QueuesSnapshot | null>(null)
  const loadError = shallowRef<AppError | null>(null)

  function apply(next: QueuesSnapshot): void {
    if (snapshot.value !== null && next.revision <= snapshot.value.revision) return
    snapshot.value = next
    loadError.value = null
  }

  onScopeDispose(bridge.onQueues(apply))

  async function load(): Promise<void> {
    const result = await bridge.getQueues()
    if (result.ok) apply(result.value)
    else if (snapshot.value === null) loadError.value = result.error
  }

  return { snapshot, loadError, load }
})
