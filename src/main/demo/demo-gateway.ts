import * as v from 'valibot'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Clock } from '../time/clock.ts'
import { demoMessageSchema, type DemoReady, type DemoStop } from './demo-messages.ts'

/** The part of Electron's `UtilityProcess` that is needed. */
export interface ChildProcess {
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'exit', listener: (code: number) => void): unknown
  postMessage(message: unknown): void
  kill(): boolean
}

/** Certificates and sockets are ready in well under a second; a loaded machine may take longer. */
const startLimitMs = 15_000
/** Part of the five seconds that the whole program has for an orderly end. */
const stopLimitMs = 1_000

/** The built-in demo: a simulated call centre in a process of its own. */
export class DemoGateway {
  readonly #child: ChildProcess
  readonly #clock: Clock
  /** Resolves with its code when the process has ended, as it was asked to or by itself. */
  readonly ended: Promise<number>
  #isGone = false

  constructor(child: ChildProcess, clock: Clock) {
    this.#child = child
    this.#clock = clock
    this.ended = new Promise((resolve) => {
      child.once('exit', (code) => {
        this.#isGone = true
        resolve(code)
      })
    })
  }

  /** Resolves with its addresses, or with the reason why there is no demo; the process is then gone. */
  async ready(): Promise<Result<DemoReady, string>> {
    const result = await new Promise<Result<DemoReady, string>>((resolve) => {
      const cancel = this.#clock.after(startLimitMs, () => resolve(err('it did not become ready in time')))
      this.#child.on('message', (message) => {
        const parsed = v.safeParse(demoMessageSchema, message)
        if (!parsed.success) return
        cancel()
        resolve(parsed.output.type === 'ready' ? ok(parsed.output) : err(parsed.output.reason))
      })
      void this.ended.then((code) => {
        cancel()
        resolve(err(`it ended with code ${code}`))
      })
    })
    if (!result.ok) await this.dispose()
    return result
  }

  /** Asks it to end, and ends it after a second. Resolves when it is gone. */
  async dispose(): Promise<void> {
    if (this.#isGone) return
    this.#child.postMessage({ type: 'stop' } satisfies DemoStop)
    const cancel = this.#clock.after(stopLimitMs, () => this.#child.kill())
    await this.ended
    cancel()
  }
}
