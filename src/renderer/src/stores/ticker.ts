import { defineStore } from 'pinia'
import { computed, onScopeDispose, ref, watch, type ComputedRef } from 'vue'
import { usePageVisibility } from './page-visibility.ts'

const tickMs = 1000

/** The one clock of the window: ticks each second while somebody reads it and the page can be seen. */
export const useTicker = defineStore('ticker', () => {
  const page = usePageVisibility()
  const now = ref(Date.now())
  const readers = ref(0)
  let timer: ReturnType<typeof setInterval> | null = null

  function stop(): void {
    if (timer !== null) clearInterval(timer)
    timer = null
  }

  watch(
    () => page.isVisible && readers.value > 0,
    (isNeeded) => {
      stop()
      if (!isNeeded) return
      now.value = Date.now()
      timer = setInterval(() => {
        now.value = Date.now()
      }, tickMs)
    },
    { flush: 'sync' },
  )
  onScopeDispose(stop)

  function acquire(): void {
    readers.value += 1
  }
  function release(): void {
    readers.value -= 1
  }

  return { now, acquire, release }
})

/** The present time in milliseconds, renewed each second for as long as the calling component lives. */
export function useNow(): ComputedRef<number> {
  const ticker = useTicker()
  ticker.acquire()
  onScopeDispose(ticker.release)
  return computed(() => ticker.now)
}
