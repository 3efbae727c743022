import type { AppError, RefusalReason } from '../../shared/app-error.ts'
import { err, type Result } from '../../shared/result.ts'
import type { TransportError } from '../gateway/transport.ts'
import type { ManagementError } from './management-api.ts'

/** Whether losing the answer leaves something in doubt: nothing is for a query or a token. */
export type Effect = 'changes' | 'reads'

export function fail(error: AppError, isOutcomeUnknown = false): Result<never, ManagementError> {
  return err({ ...error, isOutcomeUnknown })
}

/** Why no whole answer came. */
export function describeTransport(error: TransportError, effect: Effect): ManagementError {
  const changes = effect === 'changes'
  switch (error.kind) {
    case 'unreachable':
    case 'untrusted-certificate':
      return { code: error.kind, isOutcomeUnknown: false }
    case 'timed-out':
      return { code: 'timed-out', isOutcomeUnknown: changes }
    case 'cut':
      return { code: changes ? 'outcome-unknown' : 'unreachable', isOutcomeUnknown: changes }
    case 'too-large':
      return { code: 'malformed-answer', isOutcomeUnknown: changes }
    case 'aborted':
      return { code: 'superseded', isOutcomeUnknown: changes && error.wasSent }
  }
}

/** Documented statuses (protocol 10.2). 500 is a business failure there: a value was not acceptable, nothing was done. */
const refusals: ReadonlyMap<number, RefusalReason> = new Map<number, RefusalReason>([
  [400, 'bad-request'],
  [401, 'wrong-app-key'],
  [403, 'no-right'],
  [404, 'bad-request'],
  [500, 'platform-refused'],
])

/**
 * An HTTP status other than 200. `message` is the service's text if the body had one. Undocumented statuses come from
 * something in between, which may have passed the request on.
 */
export function describeStatus(status: number, message: string, effect: Effect): ManagementError {
  const reason = refusals.get(status)
  const retcode = `HTTP ${status}`
  if (reason === undefined) {
    return { code: 'malformed-answer', retcode, isOutcomeUnknown: effect === 'changes' }
  }
  return {
    code: 'refused',
    reason,
    retcode,
    ...(message === '' ? {} : { gatewayMessage: message }),
    isOutcomeUnknown: false,
  }
}
