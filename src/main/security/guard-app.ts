import { app, session, shell } from 'electron'
import type { Logger } from '../logging/logger.ts'
import { guardNavigation } from './navigation-guard.ts'
import type { OwnOrigin } from './own-origin.ts'
import { guardPermissions } from './permission-guard.ts'

/** Sets every guard, before the first window: none is born without them (SEC-23). */
export function guardApp(own: OwnOrigin, log: Logger): void {
  guardPermissions(session.defaultSession, log)
  const openLink = (link: string): void => {
    shell.openExternal(link).catch((error: unknown) => log.error('link was not opened', { link, error }))
  }
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents, own, openLink, log))
}
