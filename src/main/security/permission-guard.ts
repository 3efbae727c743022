import type { Logger } from '../logging/logger.ts'

/** The part of Electron's `session` the guard needs. */
export interface GuardedSession {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, answer: (isGranted: boolean) => void) => void,
  ): void
  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void
  setDevicePermissionHandler(handler: () => boolean): void
}

/**
 * Denies every permission and device to every page (SEC-05, SEC-21). The page needs none: texts are copied by the user's
 * own key strokes, and notifications come from the main process.
 */
export function guardPermissions(session: GuardedSession, log: Logger): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn('permission refused', { permission })
    answer(false)
  })
  // Checks are frequent and silent; logging each would flood the log.
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}
