import type { Logger } from '../logging/logger.ts'
import { vetLink } from './open-external.ts'
import { isOwnAddress, type OwnOrigin } from './own-origin.ts'

/** The part of a navigation event the guard needs. */
export interface NavigationEvent {
  readonly url: string
  preventDefault(): void
}

/** The part of Electron's `webContents` the guard needs. */
export interface GuardedContents {
  on(
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect',
    listener: (event: NavigationEvent) => void,
  ): unknown
  on(
    event: 'will-attach-webview',
    listener: (event: Pick<NavigationEvent, 'preventDefault'>) => void,
  ): unknown
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void
}

/**
 * Closes every way out of the app's own page (SEC-12 to SEC-14, SEC-22): main frame, subframes and redirects may go to
 * our own origin only, and no page opens a window or a webview. A link to an
 * allowed host opens in the system's browser instead; `openLink` gets vetted addresses only.
 */
export function guardNavigation(
  contents: GuardedContents,
  own: OwnOrigin,
  openLink: (address: string) => void,
  log: Logger,
): void {
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) {
    contents.on(name, (event) => {
      if (isOwnAddress(event.url, own)) return
      event.preventDefault()
      log.warn('navigation refused', { event: name, url: event.url })
    })
  }
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
    log.warn('webview refused')
  })
  contents.setWindowOpenHandler(({ url }) => {
    const link = vetLink(url)
    if (link === null) log.warn('new window refused', { url })
    else openLink(link)
    return { action: 'deny' }
  })
}
