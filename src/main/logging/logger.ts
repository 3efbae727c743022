export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** Facts of a log entry by name. Values are redacted before they are written (see `redact.ts`). */
export type LogFields = Readonly<Record<string, unknown>>

/** One entry as a sink gets it: already redacted. */
export interface LogEntry {
  readonly level: LogLevel
  readonly scope: string
  readonly message: string
  readonly fields: LogFields
}

/** Writes entries somewhere; must not throw. */
export type LogSink = (entry: LogEntry) => void

/** Where the program writes what it did. `message` is a fixed text; whatever varies goes into `fields`. */
export interface Logger {
  scope(name: string): Logger
  debug(message: string, fields?: LogFields): void
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
}
