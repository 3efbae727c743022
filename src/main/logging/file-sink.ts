import { join } from 'node:path'
import electronLog from 'electron-log/node.js'
import type { Clock } from '../time/clock.ts'
import type { LogSink } from './logger.ts'
import { formatEntry } from './scoped-logger.ts'

/** Two files of this size at most: the present one and the one before. */
const maxBytes = 2 * 1024 * 1024

/** A sink that writes to a file in the background. */
export interface FileSink {
  readonly path: string
  readonly sink: LogSink
  /** Resolves when everything handed over so far is in the file, or after `limitMs`. */
  flush(limitMs?: number): Promise<void>
}

/** What electron-log keeps of a file written asynchronously; it offers no flush of its own. */
interface WriteQueue {
  readonly hasActiveAsyncWriting: boolean
  readonly asyncWriteQueue: readonly string[]
}

/**
 * Log file `deskside.log` in `directory`, through electron-log's plain Node build: the Electron build would open IPC
 * channels of its own, past the router. A folder that cannot be written is reported once, and nothing is kept.
 */
export function createFileSink(
  directory: string,
  clock: Pick<Clock, 'now'>,
  reportProblem: (text: string) => void,
): FileSink {
  const path = join(directory, 'deskside.log')
  const log = electronLog.create({ logId: path })
  // Problems of any file are told to the default logger's terminal.
  electronLog.transports.console.writeFn = ({ message }) => reportProblem(message.data.map(String).join(' '))
  const { file, console: terminal, remote } = log.transports
  terminal.level = false
  remote.level = false
  file.level = 'debug'
  file.sync = false
  file.maxSize = maxBytes
  file.format = '{text}'
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  file.resolvePathFn = () => path
  const target: unknown = file.getFile()
  return {
    path,
    sink: (entry) => log[entry.level](formatEntry(entry, clock)),
    flush: (limitMs = 1000) => drain(target as Partial<WriteQueue>, limitMs),
  }
}

async function drain(queue: Partial<WriteQueue>, limitMs: number): Promise<void> {
  const end = performance.now() + limitMs
  const isBusy = (): boolean =>
    queue.hasActiveAsyncWriting === true || (queue.asyncWriteQueue?.length ?? 0) > 0
  while (isBusy() && performance.now() < end) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}
