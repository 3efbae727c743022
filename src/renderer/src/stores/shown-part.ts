import { defineStore } from 'pinia'
import { onScopeDispose, ref } from 'vue'
import type { ShownPart } from '../../../shared/ipc/contract.ts'
import { useBridge } from '../bridge/bridge.ts'
import { useView, views, type View } from './view.ts'

/** What can lie over the views, one at a time. */
export type OverlayPart = Exclude<ShownPart, View>

function isView(part: ShownPart): part is View {
  return views.some((view) => view === part)
}

/**
 * The part of the window that stands in front: settings, About or the command palette, or none of them. Buttons and keys of
 * the window ask here, and so do the other doors through main (tray, shortcut, command line, link).
 */
export const useShownPart = defineStore('shown-part', () => {
  const bridge = useBridge()
  const view = useView()
  const open = ref<OverlayPart | null>(null)

  /** Brings this part to the front; a view closes what lies over it. */
  function show(part: ShownPart): void {
    if (isView(part)) {
      view.show(part)
      open.value = null
    } else open.value = part
  }

  /** Closes this part if it is the open one; without a part, whichever is open. */
  function close(part?: OverlayPart): void {
    if (part === undefined || open.value === part) open.value = null
  }

  /** For `v-model:open` of the dialog of this part. */
  function toggle(part: OverlayPart, isOpen: boolean): void {
    if (isOpen) show(part)
    else close(part)
  }

  onScopeDispose(bridge.onShow(show))

  return { open, show, close, toggle }
})
