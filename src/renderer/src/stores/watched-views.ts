import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { WatchableView } from '../../../shared/ipc/contract.ts'
import { useDesk } from './desk.ts'
import { usePageVisibility } from './page-visibility.ts'
import { usePreferences } from './preferences.ts'
import { useView, type View } from './view.ts'

/**
 * What each view costs. The desk shows how many calls wait, on its tab and in the title, so it needs the waiting list as
 * well; the supervisor's page shows who is online, so it needs the roster too.
 */
const costs: Record<View, readonly WatchableView[]> = {
  desk: ['skills', 'waiting'],
  waiting: ['waiting', 'queues'],
  roster: ['roster'],
  supervisor: ['roster'],
  activity: [],
}
/** The strip tells how many calls wait, which the figures say to idle agents as well. */
const costsOfStrip: readonly WatchableView[] = ['queues']

/**
 * The costly views that can be seen now: none while the page is hidden, nobody is signed in, or the gateway has to be heard
 * first.
 */
export const useWatched = defineStore('watched-views', () => {
  const desk = useDesk()
  const page = usePageVisibility()
  const view = useView()
  const preferences = usePreferences()

  const watched = computed<ReadonlySet<WatchableView>>(() => {
    if (!page.isVisible || desk.snapshot?.session.phase !== 'online') return new Set()
    if (preferences.values.windowMode === 'mini') return new Set(costsOfStrip)
    return new Set([...view.shown].flatMap((shown) => costs[shown]))
  })
  return { watched }
})
