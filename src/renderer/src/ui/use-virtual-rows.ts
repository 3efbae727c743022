import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'

/** Rows drawn above and below those in sight: a quick scroll must not show an empty place. */
const rowsBeyondSight = 8

export interface VirtualRowsOptions {
  /** The element around the rows; as high as `height` says. */
  readonly list: Readonly<Ref<HTMLElement | null>>
  /** An unseen element in the list with the height of a row, as the style sheet says it at this text size and width. */
  readonly probe: Readonly<Ref<HTMLElement | null>>
  /** What may lie over the rows at the top: the heads of the columns. */
  readonly head: Readonly<Ref<HTMLElement | null>>
  /** Height of a row in pixels until it could be measured. */
  readonly usualHeight: number
  readonly count: () => number
  /** Up to so many all are drawn: the page's own search finds them. */
  readonly drawnAtOnce?: number
  /** Rows that are drawn wherever the list is scrolled to; -1 is none. */
  readonly alsoDrawn: (first: number) => readonly number[]
}

export interface VirtualRows {
  /** In their order; `top` in pixels from the top of the list. */
  readonly drawn: ComputedRef<readonly { readonly index: number; readonly top: number }[]>
  /** Of all rows, in pixels. */
  readonly height: ComputedRef<number>
  /** Index of the first row in sight. */
  readonly first: ComputedRef<number>
  /** How many rows are in sight; at least one. */
  readonly inSight: () => number
  /** Scrolls whatever scrolls until the place of a row is in sight. */
  readonly reveal: (index: number) => void
}

/** What cuts off what is beyond its edge. */
function clipsOf(element: HTMLElement): readonly HTMLElement[] {
  const clips: HTMLElement[] = []
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    if (getComputedStyle(parent).overflowY !== 'visible') clips.push(parent)
  }
  return clips
}

/**
 * Draws of a long list of rows, all of one height, only those in sight. What scrolls does not matter: a box of the list's
 * own, the pane around it, or the whole window.
 */
export function useVirtualRows(options: VirtualRowsOptions): VirtualRows {
  const { list, probe, head, count, drawnAtOnce = 0 } = options
  const rowHeight = ref(options.usualHeight)
  /** The part of the list that is in sight, in pixels from its top. */
  const from = ref(0)
  const until = ref(0)
  let clips: readonly HTMLElement[] = []

  function look(): void {
    if (list.value === null) return
    const { top } = list.value.getBoundingClientRect()
    let [above, below] = [head.value?.getBoundingClientRect().bottom ?? 0, window.innerHeight]
    for (const clip of clips) {
      const box = clip.getBoundingClientRect()
      above = Math.max(above, box.top)
      below = Math.min(below, box.bottom)
    }
    from.value = above - top
    until.value = below - top
  }

  function measure(): void {
    if (list.value === null) return
    clips = clipsOf(list.value)
    const measured = probe.value?.offsetHeight ?? 0
    if (measured > 0) rowHeight.value = measured
    look()
  }

  watch(
    list,
    (element, _, onCleanup) => {
      if (element === null) return
      measure()
      // In the next frame: a change of layout within the observer's own round is reported as an error of the page.
      const observer = new ResizeObserver(() => requestAnimationFrame(measure))
      if (probe.value !== null) observer.observe(probe.value)
      // What grows above the list moves it, and makes something around both grow.
      for (let around: HTMLElement | null = element; around !== null; around = around.parentElement) {
        observer.observe(around)
      }
      document.addEventListener('scroll', look, { capture: true, passive: true })
      onCleanup(() => {
        observer.disconnect()
        document.removeEventListener('scroll', look, { capture: true })
      })
    },
    { flush: 'post' },
  )

  const clamp = (index: number): number => Math.max(0, Math.min(index, count() - 1))
  const first = computed(() => clamp(Math.floor(from.value / rowHeight.value)))
  const last = computed(() => clamp(Math.ceil(until.value / rowHeight.value)))

  const drawn = computed(() => {
    const isWhole = count() <= drawnAtOnce
    const begin = isWhole ? 0 : clamp(first.value - rowsBeyondSight)
    const end = isWhole ? count() : Math.min(count(), last.value + rowsBeyondSight + 1)
    const apart = options.alsoDrawn(first.value).filter((index) => index >= 0 && index < count())
    const inRange = Array.from({ length: end - begin }, (_, nth) => begin + nth)
    return [...new Set([...inRange, ...apart])]
      .sort((a, b) => a - b)
      .map((index) => ({ index, top: index * rowHeight.value }))
  })

  function reveal(index: number): void {
    if (probe.value === null) return
    probe.value.style.top = `${index * rowHeight.value}px`
    probe.value.scrollIntoView({ block: 'nearest' })
    probe.value.style.top = '0'
    look()
  }

  return {
    drawn,
    height: computed(() => count() * rowHeight.value),
    first,
    inSight: () => Math.max(1, Math.floor((until.value - Math.max(0, from.value)) / rowHeight.value)),
    reveal,
  }
}
