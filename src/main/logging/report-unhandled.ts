import type { Logger } from './logger.ts'

/** The events of Node's `process` that say that an error was not handled by anyone. */
export interface ErrorSource {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (reason: unknown) => void): unknown
}

/**
 * Logs what nobody handled, under a reference that can be given to support, and hands that on. The program goes on: an
 * agent in a call must not lose the session to a fault beside it, and what is shown is checked against the gateway
 * anyway.
 */
export function reportUnhandled(
  source: ErrorSource,
  log: Logger,
  newReference: () => string,
  told: (kind: string, reference: string) => void,
): void {
  for (const kind of ['uncaughtException', 'unhandledRejection'] as const) {
    source.on(kind, (error) => {
      const reference = newReference()
      log.error('unhandled', { kind, reference, error })
      told(kind, reference)
    })
  }
}
