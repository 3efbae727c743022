import type { AppError, RefusalReason } from '../../shared/app-error.ts'

/**
 * What went wrong with one request, by what the caller can do about it.
 * - `refused`: the gateway answered with a retcode other than "0"; `reason` names the client's reaction.
 * - `session-gone`: the retcode says that this Guid or sign-in is over (000-003, 100-006).
 * - `sign-in-again`: the switch-over failed for this agent (105-001, 105-004 to 105-007).
 * - `switch-over`: being moved to another server (000-004, 105-002, 105-003): wait and repeat.
 * - `http-status`: an answer without meaning for us, such as 502 from a proxy.
 * - `malformed`: status 200, but the body makes no sense.
 * - `timed-out`, `cut`: sent, no (whole) answer: for a command the outcome is unknown.
 * - `unreachable`: the request never left (name, port, refused): nothing happened at the gateway.
 * - `untrusted-certificate`: the TLS handshake failed for a reason of trust: nothing was sent.
 * - `aborted`: we ourselves gave up, at sign-out or dispose; `wasSent` says whether the gateway may have it.
 */
export type GatewayError =
  | {
      readonly kind: 'refused'
      readonly reason: RefusalReason
      readonly retcode: string
      readonly message: string
    }
  | { readonly kind: 'session-gone'; readonly retcode: '000-003' | '100-006'; readonly message: string }
  | { readonly kind: 'sign-in-again'; readonly retcode: string; readonly message: string }
  | { readonly kind: 'switch-over'; readonly retcode: string; readonly message: string }
  | { readonly kind: 'http-status'; readonly status: number }
  | { readonly kind: 'malformed'; readonly detail: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'unreachable'; readonly detail: string }
  | { readonly kind: 'untrusted-certificate'; readonly detail: string }
  | { readonly kind: 'aborted'; readonly wasSent: boolean }

/** True when the request may have been carried out although no answer said so. */
export function isOutcomeUnknown(error: GatewayError): boolean {
  if (error.kind === 'aborted') return error.wasSent
  return (
    error.kind === 'timed-out' ||
    error.kind === 'cut' ||
    error.kind === 'malformed' ||
    error.kind === 'http-status'
  )
}

/** The same fact as it crosses the bridge. `malformed` and `http-status` stay distinct from a refusal. */
export function toAppError(error: GatewayError): AppError {
  switch (error.kind) {
    case 'refused':
      return {
        code: 'refused',
        reason: error.reason,
        retcode: error.retcode,
        ...(error.message === '' ? {} : { gatewayMessage: error.message }),
      }
    case 'session-gone':
    case 'sign-in-again':
      return { code: 'session-ended', retcode: error.retcode }
    case 'switch-over':
      return { code: 'refused', reason: 'switch-over', retcode: error.retcode }
    case 'http-status':
      return { code: 'malformed-answer', retcode: `HTTP ${error.status}` }
    case 'malformed':
      return { code: 'malformed-answer' }
    case 'timed-out':
      return { code: 'timed-out' }
    case 'cut':
      return { code: 'outcome-unknown' }
    case 'unreachable':
      return { code: 'unreachable' }
    case 'untrusted-certificate':
      return { code: 'untrusted-certificate' }
    case 'aborted':
      return { code: 'superseded' }
  }
}
