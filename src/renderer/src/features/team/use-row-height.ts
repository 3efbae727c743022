import { ref, watch, type Ref } from 'vue'

/** A guess until the style sheet has been asked. */
const usualHeight = 46

/**
 * The height of every row in pixels. The style sheet decides it, by text size and width of the table; an unseen probe has
 * that height and is watched.
 */
export function useRowHeight(probe: Readonly<Ref<HTMLElement | null>>): {
  readonly height: Readonly<Ref<number>>
  readonly onChange: (changed: () => void) => void
} {
  const height = ref(usualHeight)
  let tell: () => void = () => undefined

  function measure(): void {
    const measured = probe.value?.offsetHeight ?? 0
    if (measured === 0 || measured === height.value) return
    height.value = measured
    tell()
  }

  watch(
    probe,
    (element, _, onCleanup) => {
      if (element === null) return
      measure()
      // In the next frame: a change of layout within the observer's own round is reported as an error of the page.
      const observer = new ResizeObserver(() => requestAnimationFrame(measure))
      observer.observe(element)
      onCleanup(() => observer.disconnect())
    },
    { flush: 'post' },
  )
  return {
    height,
    onChange: (changed) => {
      tell = changed
    },
  }
}
