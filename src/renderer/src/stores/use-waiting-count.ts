import { computed, type ComputedRef } from 'vue'
import { useDesk } from './desk.ts'
import { usePageVisibility } from './page-visibility.ts'
import { useNow } from './ticker.ts'
import { useWatched } from './watched-views.ts'

/** A list that nobody reads again is believed this long. Milliseconds. */
const believedFor = 5000
/** Figures of queues are also read in the background, twice a minute. Milliseconds. */
const figuresBelievedFor = 35_000

/**
 * How many calls wait, as far as that can be said now; 0 where it cannot. A list that is watched is read again and again;
 * one that is not is only good while it is fresh. While the page is hidden the clock stands still, so nothing is fresh.
 */
export function useWaitingCount(): ComputedRef<number> {
  const desk = useDesk()
  const page = usePageVisibility()
  const watching = useWatched()
  const now = useNow()

  return computed(() => {
    if (desk.snapshot === null || !page.isVisible) return 0
    const { session, waiting } = desk.snapshot
    if (session.phase !== 'online') return 0
    const { readAt, error } = waiting.read
    const isListKnown = !waiting.isHiddenWhileIdle && readAt !== null && error === null
    if (isListKnown && (watching.watched.has('waiting') || now.value - readAt <= believedFor))
      return waiting.calls.length
    const { queued } = waiting
    return queued !== null && now.value - queued.readAt <= figuresBelievedFor ? queued.count : 0
  })
}
