import type { Clock } from '../time/clock.ts'
import type { LogLevel, LogSink } from './logger.ts'
import { formatEntry } from './scoped-logger.ts'

const weight: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 }

/** Entries from `least` on as lines for a terminal; standard error, since standard output is for the ready line only. */
export function createConsoleSink(
  writeLine: (line: string) => void,
  clock: Pick<Clock, 'now'>,
  least: LogLevel = 'warn',
): LogSink {
  return (entry) => {
    if (weight[entry.level] >= weight[least]) writeLine(formatEntry(entry, clock))
  }
}
