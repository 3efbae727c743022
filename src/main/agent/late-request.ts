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

/**
 * An answer that makes no sense is an answer: what it answers is under way no more. A status from 500 on often is not: a
 * proxy gives up on a gateway that still works.
 */
function mayBeUnderWay(error: GatewayError): boolean {
  if (error.kind === 'aborted') return error.wasSent
  if (error.kind === 'http-status') return error.status >= 500
  return error.kind === 'timed-out' || error.kind === 'cut'
}

interface Lost<T> {
  readonly value: T
  readonly untilMs: number
}

/**
 * Watches for one trap of requests without an answer: the next one may overtake them. Then the gateway does first what was
 * asked last, and last what was asked first, and its "0" to the newer wish is true no more. So the newer one is sent
 * again when none of the older ones can arrive any more. Only where they differ; what is wished twice does no harm.
 */
export class LateRequest<T> {
  #lost: readonly Lost<T>[] = []
  #cancel: Cancel = () => undefined
  readonly #clock: Clock
  readonly #same: (a: T, b: T) => boolean
  readonly #sendAgain: (accepted: T, lost: readonly T[]) => void

  constructor(deps: {
    clock: Clock
    same: (a: T, b: T) => boolean
    /** What was accepted may have been undone by one of the lost ones. */
    sendAgain: (accepted: T, lost: readonly T[]) => void
  }) {
    this.#clock = deps.clock
    this.#same = deps.same
    this.#sendAgain = deps.sendAgain
  }

  /** What became of a request that asked for `value` and left at `askedAt`. */
  concluded(value: T, askedAt: number, answer: Result<unknown, GatewayError>): void {
    // Whatever cannot arrive after this one left cannot undo it.
    this.#lost = this.#lost.filter(({ untilMs }) => untilMs > askedAt)
    if (answer.ok) this.#accepted(value)
    else if (mayBeUnderWay(answer.error)) {
      this.#lost = [...this.#lost, { value, untilMs: askedAt + lateRequestMs }]
    }
  }

  /** The session has ended: nothing of it can arrive any more. */
  drop(): void {
    this.#lost = []
    this.#cancel()
  }

  #accepted(value: T): void {
    this.#cancel()
    const others = this.#lost.filter((lost) => !this.#same(lost.value, value))
    if (others.length === 0) return
    const waitMs = Math.max(...others.map(({ untilMs }) => untilMs)) - this.#clock.now()
    this.#cancel = this.#clock.after(Math.max(0, waitMs), () => {
      const lost = others.map((other) => other.value)
      this.#sendAgain(value, lost)
    })
  }
}
