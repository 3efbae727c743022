import { onScopeDispose, readonly, ref, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'

/**
 * A text that follows another one, but changes at most once in `everyMs` milliseconds: what came between is left out, the
 * last one is always said in the end.
 */
export function usePacedText(
  text: MaybeRefOrGetter<string>,
  everyMs: MaybeRefOrGetter<number>,
): Readonly<Ref<string>> {
  const said = ref(toValue(text))
  let timer: ReturnType<typeof setTimeout> | null = null

  /** Says the present text, then is silent for a while. */
  function say(): void {
    timer = null
    const present = toValue(text)
    if (present === said.value) return
    said.value = present
    timer = setTimeout(say, toValue(everyMs))
  }

  watch(
    () => toValue(text),
    () => {
      if (timer === null) say()
    },
  )
  onScopeDispose(() => {
    if (timer !== null) clearTimeout(timer)
  })
  return readonly(said)
}
