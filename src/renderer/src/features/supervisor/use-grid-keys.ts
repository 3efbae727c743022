import { computed, nextTick, ref, watch, type ComputedRef } from 'vue'

export interface GridKeys {
  /** Index of the row that the Tab key comes to; -1 without rows. */
  readonly active: ComputedRef<number>
  /** The focus came to a row by itself: by pointer, or by Tab. */
  readonly follow: (index: number) => void
  readonly onKey: (event: KeyboardEvent, index: number) => void
  /** Brings the active row into sight and gives it the focus. */
  readonly focusActive: () => Promise<void>
}

/**
 * The keys of a list of checkboxes with one tab stop: arrows, Home, End and page keys move; with Shift they select on the
 * way; Ctrl+A selects all that are shown. Space stays the checkbox's own.
 */
export function useGridKeys(deps: {
  readonly rows: () => readonly string[]
  readonly pageOfRows: () => number
  /** Draws and focuses the control of a row; resolves when it has the focus, or cannot have it. */
  readonly focusRow: (index: number) => Promise<void>
  readonly extend: (from: string, to: string) => void
  readonly selectAll: () => void
}): GridKeys {
  const { rows, focusRow } = deps
  /** By name: sorting and filtering move the row, and the tab stop with it. */
  const activeRow = ref<string | null>(null)
  const active = computed(() => {
    const index = activeRow.value === null ? -1 : rows().indexOf(activeRow.value)
    return index >= 0 ? index : Math.min(0, rows().length - 1)
  })

  function follow(index: number): void {
    activeRow.value = rows()[index] ?? null
  }

  function targetOf(key: string, index: number): number | null {
    const last = rows().length - 1
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + deps.pageOfRows(),
      PageUp: index - deps.pageOfRows(),
      Home: 0,
      End: last,
    }
    const wanted = steps[key]
    return wanted === undefined ? null : Math.min(Math.max(wanted, 0), last)
  }

  function onKey(event: KeyboardEvent, index: number): void {
    const isCommand = event.ctrlKey || event.metaKey
    if (isCommand && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      deps.selectAll()
      return
    }
    if (event.altKey || isCommand) return
    const target = targetOf(event.key, index)
    if (target === null) return
    event.preventDefault()
    const [from, to] = [rows()[index], rows()[target]]
    if (event.shiftKey && from !== undefined && to !== undefined) deps.extend(from, to)
    follow(target)
    void focusRow(target)
  }

  async function focusActive(): Promise<void> {
    await nextTick()
    if (active.value >= 0) await focusRow(active.value)
  }

  // The row with the tab stop is gone: the list is entered at its top again.
  watch(rows, (now) => {
    if (activeRow.value !== null && !now.includes(activeRow.value)) activeRow.value = null
  })

  return { active, follow, onKey, focusActive }
}
