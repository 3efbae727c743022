import { computed, nextTick, ref, watch, type ComputedRef } from 'vue'

export interface ActiveRow {
  /** Index of the row with the tab stop; the first one until another was chosen, -1 without rows. */
  readonly active: ComputedRef<number>
  /** The focus came to a row by itself: by pointer, or by Tab. */
  readonly follow: (index: number) => void
  /** Where a key leads to from the row with the tab stop; null when it is no such key. */
  readonly targetOf: (key: string) => number | null
  /** Gives a row the tab stop and the focus, and brings it into sight. */
  readonly moveTo: (index: number) => Promise<void>
}

const mostFrames = 20
const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

/**
 * One row of a long list is in the tab order; arrow keys, page keys, Home and End move to others. Tab stop and focus follow
 * the row by its key when the list is sorted or filtered anew. The list always draws that row, or the Tab key passes by.
 */
export function useActiveRow(options: {
  readonly keys: () => readonly string[]
  /** Rows that a page key moves over. */
  readonly page: () => number
  /** Brings a row into sight. */
  readonly reveal: (index: number) => void
  /** What of a row takes the focus. */
  readonly element: (index: number) => HTMLElement | null
}): ActiveRow {
  const keys = computed(options.keys)
  const activeKey = ref<string | null>(null)
  const active = computed(() => {
    const index = activeKey.value === null ? -1 : keys.value.indexOf(activeKey.value)
    return index >= 0 ? index : Math.min(0, keys.value.length - 1)
  })
  // The row with the tab stop is gone: the list is entered at its top again.
  watch(keys, (now) => {
    if (activeKey.value !== null && !now.includes(activeKey.value)) activeKey.value = null
  })

  function follow(index: number): void {
    activeKey.value = keys.value[index] ?? null
  }

  function targetOf(key: string): number | null {
    const last = keys.value.length - 1
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active.value + 1,
      ArrowUp: active.value - 1,
      PageDown: active.value + options.page(),
      PageUp: active.value - options.page(),
      Home: 0,
      End: last,
    }
    const wanted = steps[key]
    return wanted === undefined || last < 0 ? null : Math.max(0, Math.min(wanted, last))
  }

  async function moveTo(index: number): Promise<void> {
    follow(index)
    options.reveal(index)
    await nextTick()
    // A list that measures its rows draws one far away only some frames after it was scrolled to.
    for (let frame = 0; frame < mostFrames && options.element(index) === null; frame += 1) await nextFrame()
    // Another key may have come meanwhile.
    if (active.value === index) options.element(index)?.focus({ preventScroll: true })
  }

  return { active, follow, targetOf, moveTo }
}
