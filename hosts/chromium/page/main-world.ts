import { wrapPermissions } from './permissions.ts'
import { createWorldBridge, deepFreeze } from './world-bridge.ts'

/** What the preload's world announces to the page's world. */
export type Announcement =
  | readonly ['expose', key: string, api: unknown]
  | readonly ['permissions', ask: (permission: string, details: unknown) => Promise<boolean>]

/**
 * First script of a top-level document in the page's own world: waits for the port the preload's world hands over in
 * the one-time handshake, then puts what is exposed on `window`. Nothing else is left behind for the page to find.
 */
export function startMainWorld(handshake: string): void {
  // As in Electron, subframes have no preload. `top` cannot be forged by a page.
  if (window !== window.top) return
  const join = (event: Event): void => {
    window.removeEventListener(handshake, join)
    event.stopImmediatePropagation()
    const port = (event as MessageEvent).ports[0]
    if (port === undefined) return
    const bridge = createWorldBridge(port, 'main', 'preload')
    bridge.onEmit((value) => {
      const announcement = value as Announcement
      if (announcement[0] === 'permissions') {
        wrapPermissions(announcement[1])
        return
      }
      const [, key, api] = announcement
      if (Object.hasOwn(window, key)) {
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      }
      deepFreeze(api)
      Object.defineProperty(window, key, {
        value: api,
        enumerable: true,
        writable: false,
        configurable: false,
      })
    })
  }
  window.addEventListener(handshake, join)
}
