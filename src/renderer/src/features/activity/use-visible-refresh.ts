import { onScopeDispose, watch } from 'vue'
import { useDesk } from '../../stores/desk.ts'
import { usePageVisibility } from '../../stores/page-visibility.ts'

const everyMs = 5000
/** Snapshots may come in bursts; what they did is read at most once in this time. */
const atMostEveryMs = 1000

/**
 * Calls `reload` at once, every five seconds, and soon after a new snapshot, for as long as the calling component lives and
 * the page can be seen. Never while it is hidden; seen again, at once.
 */
export function useVisibleRefresh(reload: () => void): void {
  const page = usePageVisibility()
  const desk = useDesk()
  let interval: ReturnType<typeof setInterval> | undefined
  let soon: ReturnType<typeof setTimeout> | undefined
  let lastAt = 0

  function stop(): void {
    clearInterval(interval)
    clearTimeout(soon)
    soon = undefined
  }
  function run(): void {
    lastAt = performance.now()
    reload()
  }

  watch(
    () => page.isVisible,
    (isVisible) => {
      stop()
      if (!isVisible) return
      run()
      interval = setInterval(run, everyMs)
    },
    { immediate: true, flush: 'sync' },
  )
  watch(
    () => desk.snapshot?.revision,
    () => {
      if (!page.isVisible || soon !== undefined) return
      soon = setTimeout(
        () => {
          soon = undefined
          run()
        },
        Math.max(0, lastAt + atMostEveryMs - performance.now()),
      )
    },
    { flush: 'sync' },
  )
  onScopeDispose(stop)
}
