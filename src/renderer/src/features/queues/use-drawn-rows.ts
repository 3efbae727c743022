import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed, type ComponentPublicInstance, type ComputedRef } from 'vue'

/** Up to so many rows all are drawn and the page scrolls; more scroll in a place of their own, and only those in sight are drawn. */
const allDrawn = 60
const usualRowPx = 45

/** The rows that are drawn, and the room of those above and below. Pixels. */
export interface DrawnRows {
  readonly from: number
  /** Not included. */
  readonly until: number
  readonly above: number
  readonly below: number
}

/** Which rows of a list are drawn. Rows may be of different heights: each is measured when it is. */
export function useDrawnRows(options: {
  readonly keys: () => readonly string[]
  /** What scrolls while not all are drawn. */
  readonly scroller: () => HTMLElement | null
}): {
  /** The list scrolls in a place of its own. */
  readonly isPartial: ComputedRef<boolean>
  readonly drawn: ComputedRef<DrawnRows>
  readonly measure: (row: Element | ComponentPublicInstance | null) => void
  /** Brings a row into sight and draws it. */
  readonly reveal: (index: number) => void
} {
  const isPartial = computed(() => options.keys().length > allDrawn)
  const virtualizer = useVirtualizer(
    computed(() => {
      const keys = options.keys()
      return {
        count: isPartial.value ? keys.length : 0,
        getScrollElement: options.scroller,
        getItemKey: (index: number) => keys[index] ?? index,
        estimateSize: () => usualRowPx,
        overscan: 10,
        // Measured in the observer's own round, a change of layout is reported as an error of the page.
        useAnimationFrameWithResizeObserver: true,
      }
    }),
  )
  const drawn = computed<DrawnRows>(() => {
    if (!isPartial.value) return { from: 0, until: options.keys().length, above: 0, below: 0 }
    const items = virtualizer.value.getVirtualItems()
    const [first, last] = [items[0], items.at(-1)]
    if (first === undefined || last === undefined) return { from: 0, until: 0, above: 0, below: 0 }
    const below = virtualizer.value.getTotalSize() - last.end
    return { from: first.index, until: last.index + 1, above: first.start, below }
  })

  function measure(row: Element | ComponentPublicInstance | null): void {
    const element: unknown = row instanceof Element ? row : row?.$el
    if (isPartial.value && element instanceof Element) virtualizer.value.measureElement(element)
  }

  return {
    isPartial,
    drawn,
    measure,
    reveal: (index) => {
      if (isPartial.value) virtualizer.value.scrollToIndex(index)
    },
  }
}
