import type { Result } from '../../shared/result.ts'
import type { GatewayResult } from '../gateway/gateway-api.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'
import type { Clock } from '../time/clock.ts'

/** Pause of one to two seconds between tries during a switch-over (error table, 000-004). */
const again = { tries: 6, minPauseMs: 1_000, spreadMs: 1_000 } as const

/**
 * While the agent is moved to another server the gateway carries nothing out and says so (000-004, 105-002, 105-003): the
 * same request is then sent again, a few times. Nothing else that must be done once is repeated: of commands only lasting
 * wishes are, in `src/main/agent`, because they say what is to be.
 */
export class SwitchOver {
  /** Ends the pauses that run now. */
  readonly #pauses = new Set<() => void>()
  #period = 0
  readonly #clock: Clock
  readonly #random: () => number

  constructor(deps: { clock: Clock; random: () => number }) {
    this.#clock = deps.clock
    this.#random = deps.random
  }

  /**
   * The answer to the request, or the last "being moved" when there were too many. Null: the gateway carried nothing out,
   * and the request was given up instead of being sent again. `mayRepeat` is asked before each repetition.
   */
  async send<T>(
    request: () => GatewayResult<T>,
    mayRepeat: () => boolean,
  ): Promise<Result<T, GatewayError> | null> {
    const period = this.#period
    for (let tries = 1; ; tries += 1) {
      const answer = await request()
      const isMoving = !answer.ok && answer.error.kind === 'switch-over'
      if (!isMoving || tries === again.tries) return answer
      if (period === this.#period) await this.#pause()
      if (period !== this.#period || !mayRepeat()) return null
    }
  }

  /** Nothing that was begun until now is sent again: its moment is over. */
  giveUp(): void {
    this.#period += 1
    for (const end of this.#pauses) end()
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        cancel()
        this.#pauses.delete(end)
        resolve()
      }
      const cancel = this.#clock.after(again.minPauseMs + this.#random() * again.spreadMs, end)
      this.#pauses.add(end)
    })
  }
}
