import { nextTick, watch } from 'vue'
import { isSignedIn } from '../../../shared/domain/session.ts'
import { useDesk } from '../stores/desk.ts'
import { focusFirst, isFocusLost } from '../ui/focus.ts'

/**
 * Signing in replaces the whole screen, and with it whatever had the focus. It goes on where the work goes on: to the state
 * in force, or to the group of states while none is known. In another view than the desk the open tab gets it.
 */
export function useFocusBetweenScreens(): void {
  const desk = useDesk()
  const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector)

  watch(
    () => (desk.snapshot === null ? undefined : isSignedIn(desk.snapshot.session)),
    async (isAtDesk, before) => {
      // Without a snapshot before this is the start of the window (or a reload), where nothing was lost.
      if (isAtDesk !== true || before === undefined) return
      await nextTick()
      if (!isFocusLost()) return
      focusFirst(
        find('[role="radiogroup"] > button[aria-checked="true"]'),
        find('[role="radiogroup"][tabindex]'),
        find('[role="tab"][aria-selected="true"]'),
      )
    },
  )
}
