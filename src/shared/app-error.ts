import type { CommandUnavailable } from './commands/command-unavailable.ts'

/**
 * Errors as they cross the bridge. The window chooses the text by code; `message`-like fields from the gateway are shown
 * as a quotation only, never matched.
 */

/** Why the gateway said no, one member per thing the agent can do about it (error tables of the gateway). */
export type RefusalReason =
  | 'already-signed-in' // 100-002: ask, then take over
  | 'signed-in-and-protected' // 100-015: cannot be taken over
  | 'wrong-credentials'
  | 'wrong-sign-in-data' // a field of the sign-in that the gateway does not take
  | 'password-expired'
  | 'account-locked'
  | 'phone-not-usable'
  | 'agent-type-not-allowed'
  | 'sign-in-in-progress'
  | 'bad-request'
  | 'switch-over'
  | 'platform-refused' // 100-007: the catch-all, with a message text
  | 'platform-unavailable'
  | 'not-in-this-state'
  | 'in-a-call' // 100-010: sign-out only by force
  | 'no-longer-fits' // what is shown is older than what the gateway knows
  | 'call-gone'
  | 'nothing-found'
  | 'no-right'
  | 'wrong-app-key' // management service: 401 after renewal
  | 'just-changed' // by Deskside itself: the situation changed while the key was on its way
  | 'not-now' // by Deskside itself: `unavailable` says why
  | 'unknown-code'

export type ErrorCode =
  | 'invalid-input' // a schema refused the input; `field` says which
  | 'forbidden-sender'
  | 'not-connected' // needs a session and there is none
  | 'timed-out'
  | 'unreachable' // no connection: name, port, cut
  | 'untrusted-certificate'
  | 'insecure-address' // plain http to a host that is not this machine
  | 'malformed-answer' // an answer came and made no sense
  | 'outcome-unknown' // sent, no answer: it may or may not have happened
  | 'refused' // the gateway answered no; `reason` says why
  | 'session-ended' // the answer said that the session is gone
  | 'superseded' // a newer wish or a new session made it pointless
  | 'storage-failed'
  | 'internal' // unplanned; `reference` is in the log

/** Input fields an error can point at, as the form names them. */
export type FieldName =
  | 'gatewayAddress'
  | 'managementAddress'
  | 'caFile'
  | 'agentId'
  | 'password'
  | 'phone'
  | 'skillIds'
  | 'confirmation'
  | 'accounts'
  | 'appKey'
  | 'appSecret'
  | 'input'

export interface AppError {
  readonly code: ErrorCode
  readonly reason?: RefusalReason
  /** With `not-now`: the reason that also stands beside the control. */
  readonly unavailable?: CommandUnavailable
  /** The gateway's code, for support. */
  readonly retcode?: string
  /** The gateway's own words: shown as a quotation, never interpreted. */
  readonly gatewayMessage?: string
  readonly field?: FieldName
  /** Which rule of the field was broken, a key of the text table (`fieldProblems`). */
  readonly problem?: FieldProblem
  /** Finds the log entry of an `internal` error. */
  readonly reference?: string
}

export type FieldProblem =
  | 'required'
  | 'not-a-number'
  | 'out-of-range'
  | 'too-long'
  | 'not-an-address'
  | 'insecure-address'
  | 'not-readable'
  | 'not-a-certificate'
  | 'does-not-match'
  | 'malformed'
