import { onScopeDispose, readonly, ref, type Ref } from 'vue'

const asked = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'] as const

/** Counts the changes of colours, by the theme of the page or by the system: what is drawn by hand must be drawn anew. */
export function useLookChanges(): Readonly<Ref<number>> {
  const count = ref(0)
  const change = (): void => {
    count.value += 1
  }
  const observer = new MutationObserver(change)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const queries = asked.map((query) => matchMedia(query))
  for (const query of queries) query.addEventListener('change', change)
  onScopeDispose(() => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', change)
  })
  return readonly(count)
}
