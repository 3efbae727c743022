import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef } from 'vue'
import type { CommandsSnapshot } from '../../../shared/commands/commands-snapshot.ts'
import { useBridge } from '../bridge/bridge.ts'

/** What main last told of commands: keys, guard, chosen queues. Null until it has. */
export const useCommands = defineStore('commands', () => {
  const bridge = useBridge()
  const snapshot = shallowRef<CommandsSnapshot | null>(null)

  function apply(next: CommandsSnapshot): void {
    if (snapshot.value !== null && next.revision <= snapshot.value.revision) return
    snapshot.value = next
  }

  /** Asks for the present snapshot. Without an answer nothing is lost but reasons and keys beside commands. */
  async function load(): Promise<void> {
    const result = await bridge.getCommands()
    if (result.ok) apply(result.value)
  }

  onScopeDispose(bridge.onCommands(apply))
  // After subscribing: whichever comes first, the newer revision wins.
  void load()

  const hasChosenQueues = computed(() => snapshot.value?.hasChosenQueues === true)
  const shortcuts = computed(() => snapshot.value?.shortcuts ?? [])
  const changedByItselfAt = computed(() => snapshot.value?.changedByItselfAt ?? null)

  return { snapshot, hasChosenQueues, shortcuts, changedByItselfAt }
})
