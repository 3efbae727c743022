import type { Clock } from '../time/clock.ts'
import type { LogEntry, LogFields, Logger, LogLevel, LogSink } from './logger.ts'
import { redact, redactText } from './redact.ts'

/** The one logger: every entry passes the redaction before any sink sees it. */
export class ScopedLogger implements Logger {
  readonly #name: string
  readonly #sinks: readonly LogSink[]

  constructor(name: string, sinks: readonly LogSink[]) {
    this.#name = name
    this.#sinks = sinks
  }

  scope(name: string): Logger {
    return new ScopedLogger(name, this.#sinks)
  }

  debug(message: string, fields?: LogFields): void {
    this.#write('debug', message, fields)
  }

  info(message: string, fields?: LogFields): void {
    this.#write('info', message, fields)
  }

  warn(message: string, fields?: LogFields): void {
    this.#write('warn', message, fields)
  }

  error(message: string, fields?: LogFields): void {
    this.#write('error', message, fields)
  }

  #write(level: LogLevel, message: string, fields: LogFields = {}): void {
    const entry: LogEntry = {
      level,
      scope: this.#name,
      message: redactText(message),
      fields: redact(fields) as LogFields,
    }
    for (const sink of this.#sinks) sink(entry)
  }
}

/** One line per entry: `time level scope message {fields}`. */
export function formatEntry(entry: LogEntry, clock: Pick<Clock, 'now'>): string {
  const { level, scope, message, fields } = entry
  const rest = Object.keys(fields).length === 0 ? '' : ` ${JSON.stringify(fields)}`
  // A line break in a message would let one entry look like two.
  const text = message.replace(/[\r\n]+/g, ' ⏎ ')
  return `${new Date(clock.now()).toISOString()} ${level.padEnd(5)} [${scope}] ${text}${rest}`
}
