import { computed, ref, shallowRef, watch } from 'vue'
import type { QueueBindings } from '../../../../shared/domain/supervisor.ts'
import { useBridge } from '../../bridge/bridge.ts'
import { useCommand } from '../../bridge/use-command.ts'
import { keepOnly, nothingSelected, type Selection } from './selection.ts'

/** The bindings of the queue the supervisor looks at. A late answer for a queue he has left is dropped. */
export function useBindings() {
  const bridge = useBridge()
  const skillId = ref<number | null>(null)
  const answer = shallowRef<QueueBindings | null>(null)
  const selection = shallowRef<Selection>(nothingSelected)
  const read = useCommand((id: number) => bridge.readBindings({ skillId: id }))

  const bindings = computed(() =>
    answer.value !== null && answer.value.skillId === skillId.value ? answer.value : null,
  )

  /** Reads again; false when the list is not that of this moment. */
  async function reload(): Promise<boolean> {
    const asked = skillId.value
    if (asked === null) return false
    const result = await read.run(asked)
    if (!result.ok || skillId.value !== asked) return false
    answer.value = result.value
    selection.value = keepOnly(
      selection.value,
      new Set(result.value.bindings.map((binding) => binding.account)),
    )
    return true
  }

  watch(skillId, async () => {
    answer.value = null
    selection.value = nothingSelected
    await reload()
  })

  return { skillId, bindings, selection, read, reload }
}
