import { defineStore } from 'pinia'
import { onScopeDispose, readonly, ref } from 'vue'

/** Whether anybody can see the page. Nothing ticks and nothing costly is watched while it is hidden (PERF-09). */
export const usePageVisibility = defineStore('page-visibility', () => {
  const isVisible = ref(!document.hidden)
  const follow = (): void => {
    isVisible.value = !document.hidden
  }
  document.addEventListener('visibilitychange', follow)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', follow)
  })
  return { isVisible: readonly(isVisible) }
})
