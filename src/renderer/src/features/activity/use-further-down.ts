import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/**
 * True while the mark lies above what can be seen, whatever scrolls: the pane, or the whole window where that is low. A mark
 * below what can be seen has not been reached yet, and is not passed.
 */
export function useFurtherDown(mark: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<boolean>> {
  const isFurtherDown = ref(false)
  const observer = new IntersectionObserver((changes) => {
    const last = changes.at(-1)
    if (last === undefined) return
    isFurtherDown.value = !last.isIntersecting && last.boundingClientRect.top < window.innerHeight / 2
  })
  onMounted(() => {
    if (mark.value !== null) observer.observe(mark.value)
  })
  onBeforeUnmount(() => {
    observer.disconnect()
  })
  return isFurtherDown
}
