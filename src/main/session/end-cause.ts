import type { SessionEndCause } from '../../shared/domain/session.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'

/** Silence after which the platform signs an agent out (cec_07_1202). */
export const silenceLimitMs = 120_000

/**
 * Why the session is over according to an error, whichever request it answered; null = it is not. After two minutes
 * without an answered poll "not signed in" is what silence leads to; otherwise somebody did it.
 */
export function endCauseOf(error: GatewayError, silentMs: number): SessionEndCause | null {
  if (error.kind === 'sign-in-again') return 'switch-over-failed'
  if (error.kind !== 'session-gone') return null
  if (error.retcode === '000-003') return 'guid-refused'
  return silentMs >= silenceLimitMs ? 'silent-too-long' : 'not-signed-in'
}

/** Statuses of something in between that pass by themselves: proxy sign-in, time-out, too many requests. */
const passing: ReadonlySet<number> = new Set([407, 408, 429])

/** True when the error says that the gateway was not there to answer: what it would have said is not known. */
export function isSilence(error: GatewayError): boolean {
  switch (error.kind) {
    case 'unreachable':
    case 'untrusted-certificate':
    case 'timed-out':
    case 'cut':
    case 'switch-over':
    case 'aborted':
      return true
    case 'http-status':
      // 404 and the like come from a gateway that does not have the interface: that is an answer.
      return error.status >= 500 || passing.has(error.status)
    case 'refused':
    case 'malformed':
    case 'session-gone':
    case 'sign-in-again':
      return false
  }
}

/** True when the connection itself failed; false when something answered, but not as a gateway that is well. */
export function isConnectionFailure(error: GatewayError): boolean {
  switch (error.kind) {
    case 'unreachable':
    case 'timed-out':
    case 'cut':
    case 'aborted':
      return true
    case 'untrusted-certificate':
    case 'http-status':
    case 'malformed':
    case 'refused':
    case 'switch-over':
    case 'session-gone':
    case 'sign-in-again':
      return false
  }
}
