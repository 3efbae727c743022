import type { LogEntry, Logger } from '../logger.ts'
import { ScopedLogger } from '../scoped-logger.ts'

/** A logger for specs that keeps what it was told. */
export function createRecordingLogger(): { readonly log: Logger; readonly entries: LogEntry[] } {
  const entries: LogEntry[] = []
  return { log: new ScopedLogger('spec', [(entry) => entries.push(entry)]), entries }
}
