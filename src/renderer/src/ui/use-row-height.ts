import { ref, watch, type Ref } from 'vue'

/**
 * How high a row is, in pixels, as the style sheet says it at this text size and width: an element that is not seen has
 * that height.
 *
 * @param probe the element with the height of a row
 * @param usual what is assumed until it could be measured
 * @param changed called when it has become another
 */
export function useRowHeight(
  probe: Readonly<Ref<HTMLElement | null>>,
  usual: number,
  changed: () => void,
): Readonly<Ref<number>> {
  const height = ref(usual)

  function measure(): void {
    const measured = probe.value?.offsetHeight ?? 0
    if (measured === 0 || measured === height.value) return
    height.value = measured
    changed()
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
  return height
}
