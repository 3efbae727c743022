import type { GatewaySession } from '../session/gateway-session.ts'
import { isActive } from '../session/session-state.ts'
import type { Cancel, Clock } from '../time/clock.ts'
import { retryPauseMs } from './retry-pause.ts'

type Read = () => Promise<{ readonly ok: boolean }>

/**
 * Repeats readings that the screen cannot do without, until each has succeeded or the session is another one. A reading that
 * is asked for again under the same name takes the place of the older one.
 */
export class UntilRead {
  readonly #planned = new Map<string, Cancel>()
  readonly #session: GatewaySession
  readonly #clock: Clock
  readonly #random: () => number

  constructor(deps: { session: GatewaySession; clock: Clock; random: () => number }) {
    this.#session = deps.session
    this.#clock = deps.clock
    this.#random = deps.random
  }

  /** Reads now; resolves after the first try, whatever came of it. */
  async now(name: string, read: Read): Promise<void> {
    const { state } = this.#session
    this.#drop(name)
    if (!isActive(state)) return
    const { ok } = await read()
    if (!ok) this.#plan(name, read, state.since, 1)
  }

  /** Reads soon: it has just failed. */
  soon(name: string, read: Read): void {
    const { state } = this.#session
    if (isActive(state)) this.#plan(name, read, state.since, 1)
  }

  /** Nothing is read any more. */
  stop(): void {
    for (const name of [...this.#planned.keys()]) this.#drop(name)
  }

  #plan(name: string, read: Read, since: number, failures: number): void {
    this.#drop(name)
    const cancel = this.#clock.after(retryPauseMs(failures, this.#random), () => {
      this.#planned.delete(name)
      if (!this.#isSession(since)) return
      void read().then(({ ok }) => {
        const isOvertaken = this.#planned.has(name)
        if (!ok && !isOvertaken && this.#isSession(since)) {
          this.#plan(name, read, since, failures + 1)
        }
      })
    })
    this.#planned.set(name, cancel)
  }

  #isSession(since: number): boolean {
    const { state } = this.#session
    return isActive(state) && state.since === since
  }

  #drop(name: string): void {
    this.#planned.get(name)?.()
    this.#planned.delete(name)
  }
}
