import { computed, nextTick, ref, watch } from 'vue'

/** Rows that a page key moves over. */
const pageRows = 10
const mostFrames = 20

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

/**
 * One row of a long list is in the tab order; arrow keys, page keys, Home and End move to others, which are drawn first. The
 * focus follows the row by its key when the list is sorted or filtered anew.
 */
export function useRowFocus(options: {
  readonly keys: () => readonly string[]
  /** Brings a row into sight and draws it. */
  readonly reveal: (index: number) => void
  readonly element: (index: number) => HTMLElement | null
}) {
  const activeKey = ref<string | null>(null)
  const active = computed(() => {
    const index = activeKey.value === null ? -1 : options.keys().indexOf(activeKey.value)
    return index === -1 ? 0 : index
  })
  watch(options.keys, (keys) => {
    if (activeKey.value !== null && !keys.includes(activeKey.value)) activeKey.value = null
  })

  async function moveTo(index: number): Promise<void> {
    const keys = options.keys()
    const wanted = Math.max(0, Math.min(index, keys.length - 1))
    activeKey.value = keys[wanted] ?? null
    options.reveal(wanted)
    await nextTick()
    // A row far away is drawn once the list has been scrolled to it, some frames later.
    for (let frame = 0; frame < mostFrames && options.element(wanted) === null; frame += 1) await nextFrame()
    // Another key may have come meanwhile.
    if (active.value === wanted) options.element(wanted)?.focus({ preventScroll: true })
  }

  const steps: Readonly<Record<string, (now: number) => number>> = {
    ArrowDown: (now) => now + 1,
    ArrowUp: (now) => now - 1,
    PageDown: (now) => now + pageRows,
    PageUp: (now) => now - pageRows,
    Home: () => 0,
    End: () => Number.MAX_SAFE_INTEGER,
  }

  /** True when the key moved the focus. */
  function onKey(event: KeyboardEvent): boolean {
    const step = steps[event.key]
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return false
    event.preventDefault()
    void moveTo(step(active.value))
    return true
  }

  return { active, onKey, focused: (key: string) => (activeKey.value = key) }
}
