import { inject, type InjectionKey } from 'vue'
import type { DesksideApi } from '../../../shared/ipc/api.ts'
import { guardBridge } from './guarded-bridge.ts'

declare global {
  interface Window {
    /** Placed by the preload; missing when the page is opened outside the app. */
    readonly deskside?: DesksideApi
  }
}

/** The one way from the window to the main process. Specs provide a stub under the same key. */
export const bridgeKey: InjectionKey<DesksideApi> = Symbol('deskside bridge')

/**
 * The bridge of this window, guarded so that its commands never reject.
 *
 * @throws when the preload did not run: nothing can work then, and an empty desk would be a lie.
 */
export function windowBridge(): DesksideApi {
  if (window.deskside === undefined) throw new Error('The preload did not run: window.deskside is missing.')
  return guardBridge(window.deskside)
}

/** The bridge given to this app. Usable in components and in stores. */
export function useBridge(): DesksideApi {
  const bridge = inject(bridgeKey)
  if (bridge === undefined) throw new Error('No bridge was provided to this app.')
  return bridge
}
