import { fork as forkChild, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { ForkOptions } from 'electron'
import { cloneError } from '../ipc/codec.ts'

const childEntry = fileURLToPath(new URL('../utility/child.ts', import.meta.url))
type Stdio = 'pipe' | 'ignore' | 'inherit'

/** stdin is never connected, as in Electron. */
function stdioOf(option: ForkOptions['stdio']): ['ignore', Stdio, Stdio, 'ipc'] {
  if (option === undefined) return ['ignore', 'inherit', 'inherit', 'ipc']
  const [out, err] = typeof option === 'string' ? [option, option] : [option[1], option[2]]
  return ['ignore', (out ?? 'inherit') as Stdio, (err ?? 'inherit') as Stdio, 'ipc']
}

/** Electron's `UtilityProcess` over a Node child with structured-clone messages. */
export class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess
  #isRunning = false
  readonly stdout: Readable | null
  readonly stderr: Readable | null

  constructor(child: ChildProcess) {
    super()
    this.#child = child
    this.stdout = child.stdout
    this.stderr = child.stderr
    child.once('spawn', () => {
      this.#isRunning = true
      this.emit('spawn')
    })
    child.on('message', (wrapped) => this.emit('message', (wrapped as { message: unknown }).message))
    child.on('error', (error) => this.emit('error', 'LaunchError', error.message, ''))
    child.once('exit', (code, signal) => {
      this.#isRunning = false
      // A killed process has no code of its own; Electron reports the signal's number as the system does.
      this.emit('exit', code ?? (signal === 'SIGKILL' ? 9 : 15))
    })
  }

  get pid(): number | undefined {
    return this.#isRunning ? this.#child.pid : undefined
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw new Error('Chromium host: utility processes cannot be sent message ports')
    if (!this.#child.connected) return
    try {
      // Wrapped: a Node channel refuses some values structured clone allows, such as undefined.
      this.#child.send({ message })
    } catch (error) {
      // The serializer names the value; Electron's words are the ones apps know.
      if (error instanceof Error && error.message.endsWith('could not be cloned.')) throw cloneError()
      throw error
    }
  }

  kill(): boolean {
    return this.#child.kill()
  }

  /** For the host only: it is ending. */
  _killNow(): void {
    this.#child.kill('SIGKILL')
  }
}

/** Electron's `utilityProcess`, and the means to leave none behind. */
export class UtilityProcesses {
  readonly #running = new Set<UtilityProcess>()
  readonly #isReady: () => boolean
  readonly module = {
    fork: (modulePath: string, args: string[] = [], options: ForkOptions = {}): UtilityProcess =>
      this.#fork(modulePath, args, options),
  }

  constructor(isReady: () => boolean) {
    this.#isReady = isReady
  }

  killAll(): void {
    for (const child of this.#running) child._killNow()
  }

  #fork(modulePath: string, args: string[], options: ForkOptions): UtilityProcess {
    if (!this.#isReady()) throw new Error('utilityProcess cannot be created before app is ready')
    if (modulePath === '') throw new Error('Missing UtilityProcess entry script.')
    const child = forkChild(childEntry, [modulePath, ...args], {
      stdio: stdioOf(options.stdio),
      serialization: 'advanced',
      execArgv: options.execArgv ?? [],
      env: { ...process.env, ...options.env },
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    })
    const utility = new UtilityProcess(child)
    this.#running.add(utility)
    utility.once('exit', () => this.#running.delete(utility))
    return utility
  }
}
