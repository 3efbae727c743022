import { nextTick, watch, type Ref } from 'vue'
import { useView, views, type View } from '../stores/view.ts'
import { focusFirst, isFocusLost, openTab } from '../ui/focus.ts'

/**
 * Views come and go, and what had the focus with them. One that takes the place of another gives the focus to its tab. In a
 * window that becomes narrower the one that somebody works in is the one that stays, and keeps the focus; a dialog belongs to
 * the view it was opened from.
 *
 * @param root the element around the views; each of them is marked with `data-view`
 */
export function useFocusOverViews(root: Readonly<Ref<HTMLElement | null>>): void {
  const view = useView()
  let visited: View | null = null

  function viewAround(element: Element | null): View | null {
    const name = element?.closest<HTMLElement>('[data-view]')?.dataset.view
    return views.find((candidate) => candidate === name) ?? null
  }

  function remember(event: FocusEvent): void {
    visited = viewAround(event.target instanceof Element ? event.target : null)
  }

  watch(root, (element, _, onCleanup) => {
    element?.addEventListener('focusin', remember)
    onCleanup(() => element?.removeEventListener('focusin', remember))
  })

  // Before the page follows: what has the focus is still where it was.
  watch(
    () => view.columns,
    async () => {
      const { activeElement } = document
      const isInDialog = activeElement?.closest('[role="dialog"]') != null
      const worksIn = isInDialog ? visited : viewAround(activeElement)
      if (worksIn !== null && !view.shown.has(worksIn)) view.show(worksIn)
      await nextTick()
      if (!isFocusLost() || !(activeElement instanceof HTMLElement) || activeElement === document.body) return
      // An element that was moved in the page has lost the focus, and one that is gone leaves it to the tabs.
      focusFirst(activeElement, openTab())
    },
  )
  // Another view was asked for from elsewhere: the tray, a link, another program.
  watch(
    () => view.chosen,
    async () => {
      if (document.activeElement === document.body) return
      await nextTick()
      if (isFocusLost()) focusFirst(openTab())
    },
  )
}
