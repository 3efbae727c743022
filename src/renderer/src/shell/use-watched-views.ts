import { computed, watch } from 'vue'
import type { WatchableView } from '../../../shared/ipc/contract.ts'
import { useBridge } from '../bridge/bridge.ts'
import { useDesk } from '../stores/desk.ts'
import { usePageVisibility } from '../stores/page-visibility.ts'
import { useView, type View } from '../stores/view.ts'

/** What each view costs; the supervisor's page shows who is online, so it needs the roster too. */
const costs: Record<View, readonly WatchableView[]> = {
  desk: ['skills'],
  waiting: ['waiting'],
  roster: ['roster'],
  supervisor: ['roster'],
}

/** Tells main which costly views can be seen now: nothing while the page is hidden or nobody is signed in. */
export function useWatchedViews(): void {
  const bridge = useBridge()
  const desk = useDesk()
  const page = usePageVisibility()
  const view = useView()

  const watched = computed<readonly WatchableView[]>(() => {
    if (!page.isVisible || desk.snapshot?.session.phase !== 'online') return []
    return view.isWide ? [...costs.desk, ...costs[view.side]] : costs[view.open]
  })

  // Compared as text: a new snapshot makes a new array, and main must only hear of real changes.
  watch(
    () => watched.value.join(),
    () => void bridge.watch({ views: [...watched.value] }),
    { immediate: true },
  )
}
