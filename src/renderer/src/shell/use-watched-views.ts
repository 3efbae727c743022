import { computed, watch } from 'vue'
import { useBridge } from '../bridge/bridge.ts'
import { useWatched } from '../stores/watched-views.ts'

/** Tells main which costly views can be seen now. */
export function useWatchedViews(): void {
  const bridge = useBridge()
  const store = useWatched()
  const views = computed(() => [...store.watched])

  // Compared as text: a new snapshot makes a new array, and main must only hear of real changes.
  watch(
    () => views.value.join(),
    () => void bridge.watch({ views: [...views.value] }),
    { immediate: true },
  )
}
