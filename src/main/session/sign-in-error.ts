import type { AppError } from '../../shared/app-error.ts'
import { toAppError, type GatewayError } from '../gateway/gateway-error.ts'

/** Before a session exists nothing can be "gone"; such an answer to a sign-in is a refusal like others. */
export function toSignInError(error: GatewayError): AppError {
  if (error.kind === 'session-gone' || error.kind === 'sign-in-again') {
    return { code: 'refused', reason: 'platform-unavailable', retcode: error.retcode }
  }
  return toAppError(error)
}
