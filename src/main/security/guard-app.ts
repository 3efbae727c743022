import type { Logger } from '../logging/logger.ts'
import { guardNavigation, type GuardedContents } from './navigation-guard.ts'
import type { OwnOrigin } from './own-origin.ts'
import { guardPermissions, type GuardedSession } from './permission-guard.ts'

/** The part of Electron's `app` that tells of every page, window or not. */
export interface GuardableApp {
  on(event: 'web-contents-created', listener: (event: unknown, contents: GuardedContents) => void): unknown
}

/** What pages could get out by. */
export interface GuardedDoors {
  readonly app: GuardableApp
  /** The session of every window. */
  readonly session: GuardedSession
  /** Hands a vetted address to the system. */
  readonly openExternal: (address: string) => Promise<void>
}

/** Sets every guard, before the first window: none is born without them (SEC-23). */
export function guardApp({ app, session, openExternal }: GuardedDoors, own: OwnOrigin, log: Logger): void {
  guardPermissions(session, log)
  const openLink = (link: string): void => {
    openExternal(link).catch((error: unknown) => log.error('link was not opened', { link, error }))
  }
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents, own, openLink, log))
}
