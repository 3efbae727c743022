import { computed, ref, shallowRef, watch } from 'vue'
import type { QueueBindings } from '../../../../shared/domain/supervisor.ts'
import { useBridge } from '../../bridge/bridge.ts'
import { useCommand } from '../../bridge/use-command.ts'

/** The bindings of the queue the supervisor looks at. A late answer for a queue he has left is dropped. */
export function useBindings() {
  const bridge = useBridge()
  const skillId = ref<number | null>(null)
  const answer = shallowRef<QueueBindings | null>(null)
  const selected = shallowRef<ReadonlySet<string>>(new Set())
  const read = useCommand((id: number) => bridge.readBindings({ skillId: id }))

  const bindings = computed(() =>
    answer.value !== null && answer.value.skillId === skillId.value ? answer.value : null,
  )

  async function reload(): Promise<void> {
    const asked = skillId.value
    if (asked === null) return
    const result = await read.run(asked)
    if (!result.ok || skillId.value !== asked) return
    answer.value = result.value
    const bound = new Set(result.value.bindings.map((binding) => binding.account))
    selected.value = new Set([...selected.value].filter((account) => bound.has(account)))
  }

  watch(skillId, async () => {
    answer.value = null
    selected.value = new Set()
    await reload()
  })

  return { skillId, bindings, selected, read, reload }
}
