import { onScopeDispose } from 'vue'
import type { ShownPart } from '../../../shared/ipc/contract.ts'
import { useShownPart } from '../stores/shown-part.ts'
import { useView, views } from '../stores/view.ts'

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
    const isView = views.some((name) => name === part)
    if (isView && (!areViewsThere() || shown.open !== null)) return
    event.preventDefault()
    shown.show(part)
    if (isView) focusView(view.choices.some((name) => name === part))
  }

  addEventListener('keydown', follow)
  onScopeDispose(() => {
    removeEventListener('keydown', follow)
  })
}

/** The focus goes to the tab that was opened, so that the next key works in its view. A view with its own column has no tab. */
function focusView(hasTab: boolean): void {
  if (!hasTab) return
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus(),
  )
}
