import { nextTick, watch } from 'vue'
import { isSignedIn } from '../../../shared/domain/session.ts'
import { useDesk } from '../stores/desk.ts'
import { usePreferences } from '../stores/preferences.ts'
import { focusFirst, isFocusLost, openTab } from '../ui/focus.ts'

type Screen = 'desk' | 'sign-in' | 'strip'

/**
 * Signing in or out, and the mini strip, replace the whole screen, and with it whatever had the focus. At the desk it goes on
 * where the work goes on: to the state in force, or to the group of states while none is known; in another view than the desk
 * to the open tab. The strip and the screens without a session see to themselves.
 */
export function useFocusBetweenScreens(): void {
  const desk = useDesk()
  const preferences = usePreferences()
  const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector)

  function screen(): Screen | undefined {
    if (desk.snapshot === null) return undefined
    if (preferences.values.windowMode === 'mini') return 'strip'
    return isSignedIn(desk.snapshot.session) ? 'desk' : 'sign-in'
  }

  watch(screen, async (now, before) => {
    // Without a snapshot before this is the start of the window (or a reload), where nothing was lost.
    if (before === undefined || now !== 'desk') return
    await nextTick()
    if (!isFocusLost()) return
    focusFirst(
      find('[role="radiogroup"] > button[aria-checked="true"]'),
      find('[role="radiogroup"][tabindex]'),
      openTab(),
    )
  })
}
