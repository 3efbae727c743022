import { computed, ref, watch, type Ref } from 'vue'

/**
 * Keeps the list still while somebody reads in it: lines that come meanwhile are counted and wait. Ids rise, so the newest
 * one of that moment divides them, whatever the filters are changed to.
 *
 * @param lines newest first
 */
export function useHeldLines<Line extends { readonly id: number }>(
  lines: Readonly<Ref<readonly Line[]>>,
  isReading: Readonly<Ref<boolean>>,
) {
  const heldAt = ref<number | null>(null)
  const newest = (): number | null => lines.value[0]?.id ?? null

  watch(
    isReading,
    (reads) => {
      heldAt.value = reads ? newest() : null
    },
    { flush: 'sync' },
  )

  const still = computed(() => {
    const limit = heldAt.value
    return limit === null ? lines.value : lines.value.filter(({ id }) => id <= limit)
  })
  const waiting = computed(() => lines.value.length - still.value.length)

  /** Lets in what waits, and holds again from there on. */
  function letIn(): void {
    if (heldAt.value !== null) heldAt.value = newest()
  }
  return { still, waiting, letIn }
}
