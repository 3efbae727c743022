import type { Result } from '../../shared/result.ts'
import { isOutcomeUnknown, type GatewayError } from '../gateway/gateway-error.ts'
import { isSilence } from '../session/end-cause.ts'
import type { Cancel, Clock } from '../time/clock.ts'

/** A request without an answer may be carried out this long after it left: the time a command may take, and a margin. */
export const lateRequestMs = 15_000

/** Nobody said no: the gateway was silent, or what it did is not known. */
export function isLeftOpen(error: GatewayError): boolean {
  return isSilence(error) || isOutcomeUnknown(error)
}

/** An answer that makes no sense is an answer: what it answers is under way no more. */
function mayBeUnderWay(error: GatewayError): boolean {
  return error.kind === 'timed-out' || error.kind === 'cut' || (error.kind === 'aborted' && error.wasSent)
}

/**
 * Watches for one trap of requests without an answer: the next one may overtake them. Then the gateway does first what was
 * asked last, and last what was asked first, and its "0" to the newer wish is true no more. So the newer one is sent
 * again when the older can no longer arrive. Only where both differ; what is wished twice does no harm.
 */
export class LateRequest<T> {
  #lost: { readonly value: T; readonly untilMs: number } | null = null
  #cancel: Cancel = () => undefined
  readonly #clock: Clock
  readonly #same: (a: T, b: T) => boolean
  readonly #sendAgain: () => void

  constructor(deps: { clock: Clock; same: (a: T, b: T) => boolean; sendAgain: () => void }) {
    this.#clock = deps.clock
    this.#same = deps.same
    this.#sendAgain = deps.sendAgain
  }

  /** What became of a request that asked for `value` and left at `askedAt`. */
  concluded(value: T, askedAt: number, answer: Result<unknown, GatewayError>): void {
    if (answer.ok) this.#accepted(value)
    else if (mayBeUnderWay(answer.error)) this.#lost = { value, untilMs: askedAt + lateRequestMs }
  }

  /** The session has ended: nothing of it can arrive any more. */
  drop(): void {
    this.#lost = null
    this.#cancel()
  }

  #accepted(value: T): void {
    const lost = this.#lost
    const now = this.#clock.now()
    if (lost === null || now >= lost.untilMs || this.#same(lost.value, value)) return
    this.#cancel()
    this.#cancel = this.#clock.after(lost.untilMs - now, () => {
      this.#lost = null
      this.#sendAgain()
    })
  }
}
