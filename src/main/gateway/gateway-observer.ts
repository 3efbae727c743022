import type { GatewayError } from './gateway-error.ts'
import type { Lane, HttpMethod } from './transport.ts'
import type { GatewayRequest } from './requests.ts'
import type { Result } from '../../shared/result.ts'

/** `answered`: the gateway gave this code, "0" or a refusal. `failed`: no answer, or none that makes sense. */
export type ExchangeOutcome =
  | { readonly kind: 'answered'; readonly retcode: string }
  | { readonly kind: 'failed'; readonly error: GatewayError['kind'] }

/** One request and what came of it, without anything of their content: no path, no Guid, no body. */
export interface ObservedExchange {
  /** The interface's log name, such as `resetSkill`. */
  readonly name: string
  readonly lane: Lane
  readonly method: HttpMethod
  /** Milliseconds since 1970, at the call of the method. */
  readonly startedAt: number
  /** Milliseconds until the answer was read; never negative, whatever the clock does. */
  readonly durationMs: number
  readonly outcome: ExchangeOutcome
}

/** Is told of every exchange once, when it is over, before the caller is. Must not throw. */
export interface GatewayObserver {
  exchanged(exchange: ObservedExchange): void
}

/** An observer and the clock of its reports, milliseconds since 1970. */
export interface Observation {
  readonly observer: GatewayObserver
  readonly now: () => number
}

function describeOutcome(result: Result<unknown, GatewayError>): ExchangeOutcome {
  if (result.ok) return { kind: 'answered', retcode: '0' }
  const { error } = result
  return 'retcode' in error
    ? { kind: 'answered', retcode: error.retcode }
    : { kind: 'failed', error: error.kind }
}

/** Reports an exchange by its result and hands the result on. Called exactly once. */
export type Report = <T>(result: Result<T, GatewayError>) => Result<T, GatewayError>

/** Begins to watch an exchange. */
export function watchExchange(
  observation: Observation | null,
  { name, method }: GatewayRequest,
  lane: Lane,
): Report {
  if (observation === null) return (result) => result
  const { observer, now } = observation
  const startedAt = now()
  return (result) => {
    const durationMs = Math.max(0, now() - startedAt)
    observer.exchanged({ name, lane, method, startedAt, durationMs, outcome: describeOutcome(result) })
    return result
  }
}
