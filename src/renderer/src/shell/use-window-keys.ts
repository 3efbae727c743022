import { onScopeDispose } from 'vue'
import type { ShownPart } from '../../../shared/ipc/contract.ts'
import { useShownPart } from '../stores/shown-part.ts'
import { useView, views, type View } from '../stores/view.ts'
import { focusFirst, openTab } from '../ui/focus.ts'

/** What a key asks for, pressed with Ctrl, or with Cmd on a Mac. */
function partFor(key: string): ShownPart | null {
  if (key === ',') return 'settings'
  if (key === 'k') return 'palette'
  return views[Number(key) - 1] ?? null
}

/**
 * Keys of the window, which work wherever the focus is: Ctrl+1 and so on open the views, Ctrl+K the palette, Ctrl+comma the
 * settings. `areViewsThere`: false while there are none, as before signing in.
 */
export function useWindowKeys(areViewsThere: () => boolean): void {
  const shown = useShownPart()
  const view = useView()
  const isMac = navigator.platform.startsWith('Mac')

  function follow(event: KeyboardEvent): void {
    const isCommand = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
    if (!isCommand || event.altKey || event.shiftKey || event.repeat) return
    const part = partFor(event.key.toLowerCase())
    if (part === null) return
    const isView = isViewName(part)
    if (isView && (!areViewsThere() || shown.open !== null)) return
    event.preventDefault()
    shown.show(part)
    if (isView) focusView(part)
  }

  /** The next key works in the view: its tab has the focus, or where it has a column of its own, the first thing in that. */
  function focusView(part: View): void {
    requestAnimationFrame(() => focusFirst(view.choices.includes(part) ? openTab() : firstStop(part)))
  }

  addEventListener('keydown', follow)
  onScopeDispose(() => {
    removeEventListener('keydown', follow)
  })
}

const isViewName = (part: ShownPart): part is View => views.some((name) => name === part)

/** What Tab would reach first in the column of a view. */
function firstStop(view: View): HTMLElement | null {
  const stops = ['button', 'input', 'a[href]', '[tabindex]'].map(
    (kind) => `[data-view="${view}"][data-column] ${kind}:not(:disabled):not([tabindex="-1"])`,
  )
  return document.querySelector<HTMLElement>(stops.join())
}
