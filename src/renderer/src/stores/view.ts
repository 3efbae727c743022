import { defineStore } from 'pinia'
import { computed, nextTick, onScopeDispose, ref, watch } from 'vue'
import { isSignedIn } from '../../../shared/domain/session.ts'
import { useDesk } from './desk.ts'
import { usePreferences } from './preferences.ts'

export const views = ['desk', 'waiting', 'roster', 'supervisor', 'activity'] as const
export type View = (typeof views)[number]

/** How many views stand side by side: the chosen one; the desk beside it; the desk and the queues beside it. */
export type Columns = 1 | 2 | 3

const rememberedAs = 'deskside.view'
const agentRememberedAs = 'deskside.view-of'
/** Widths of the window in rem: larger text makes a window as narrow as a smaller one. */
const twoColumnsFrom = 56.25
const threeColumnsFrom = 81.25

function isView(text: string | null): text is View {
  return views.some((view) => view === text)
}

function measure(): Columns {
  const width = innerWidth / Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  if (width >= threeColumnsFrom) return 3
  return width >= twoColumnsFrom ? 2 : 1
}

/**
 * Which views are open. The chosen one is remembered for as long as the window lives, also over a reload, and for the agent
 * who chose it: the next one begins at the desk.
 */
export const useView = defineStore('view', () => {
  const desk = useDesk()
  const preferences = usePreferences()
  const remembered = sessionStorage.getItem(rememberedAs)
  const open = ref<View>(isView(remembered) ? remembered : 'desk')

  const columns = ref<Columns>(measure())
  const follow = (): void => {
    columns.value = measure()
  }
  addEventListener('resize', follow)
  onScopeDispose(() => {
    removeEventListener('resize', follow)
  })
  // After the page has taken the new size of text.
  watch(
    () => preferences.values.textSize,
    () => void nextTick(follow),
  )

  /** Views with a column of their own, the first one first. */
  const fixed = computed<readonly View[]>(() => views.slice(0, columns.value - 1))
  /** Views that share the last column. */
  const choices = computed<readonly View[]>(() => views.slice(columns.value - 1))
  /** The one that stands in the last column: what was chosen, unless that has a column of its own. */
  const chosen = computed<View>(() =>
    fixed.value.includes(open.value) ? (choices.value[0] ?? open.value) : open.value,
  )
  const shown = computed<ReadonlySet<View>>(() => new Set([...fixed.value, chosen.value]))

  function show(view: View): void {
    open.value = view
    sessionStorage.setItem(rememberedAs, view)
  }

  watch(
    () => {
      const session = desk.snapshot?.session
      return session !== undefined && isSignedIn(session) ? session.agentId : null
    },
    (agentId) => {
      if (agentId === null) return
      const before = sessionStorage.getItem(agentRememberedAs)
      if (before !== null && before !== agentId) show('desk')
      sessionStorage.setItem(agentRememberedAs, agentId)
    },
    // With the snapshot: the views of the agent before are not drawn, or watched, for a moment.
    { immediate: true, flush: 'sync' },
  )

  return { open, columns, fixed, choices, chosen, shown, show }
})
