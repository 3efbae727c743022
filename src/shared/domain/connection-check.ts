import type { AppError } from '../app-error.ts'

/**
 * Steps of a connection check, in their order: each needs the one before. `address`: it can be read, has a host with that name,
 * and somebody listens there. `certificate`: TLS, and whether this computer trusts it. `gateway`: what answers is a CC-Gateway.
 * `sign-in`: with the data typed for the check, signed out again afterwards. `poll`: events can be fetched. `phone`: what the
 * gateway says of the phone.
 */
export const checkStepIds = ['address', 'certificate', 'gateway', 'sign-in', 'poll', 'phone'] as const
export type CheckStepId = (typeof checkStepIds)[number]

/** What a step failed with; each has a text that says what happened and what to do. */
export const checkProblems = [
  // address
  'not-an-address',
  'insecure-address',
  'name-unknown',
  'name-service-silent',
  'port-closed',
  'no-route',
  'connect-timed-out',
  'connect-failed',
  // certificate
  'ca-not-readable',
  'ca-not-a-certificate',
  'not-encrypted',
  'tls-timed-out',
  'tls-cut',
  'unknown-authority',
  'wrong-name',
  'expired',
  'not-yet-valid',
  'tls-failed',
  // gateway
  'no-answer',
  'answer-cut',
  'not-a-gateway',
  'server-error',
  'gateway-in-trouble',
  'session-silent',
  // sign-in, poll, phone
  'sign-in-failed',
  'left-signed-in',
  'poll-failed',
  'phone-refused',
  'linkage-failed',
] as const
export type CheckProblem = (typeof checkProblems)[number]

/** Why a step was not made. */
export const checkSkips = [
  'step-before-failed',
  'cancelled',
  'plain-http',
  'nothing-typed',
  'signed-in',
  'other-gateway',
  'phone-refused',
  'not-linked',
] as const
export type CheckSkip = (typeof checkSkips)[number]

/** What a step found out. Moments are milliseconds since 1970. */
export const checkFactNames = [
  'host',
  'ip',
  'port',
  'protocol',
  'subject',
  'issuer',
  'validUntil',
  'code',
  'httpStatus',
  'answeredAt',
  'phone',
] as const
export type CheckFactName = (typeof checkFactNames)[number]
export interface CheckFact {
  readonly name: CheckFactName
  readonly value: string | number
}

export const checkStatuses = ['waiting', 'running', 'passed', 'failed', 'skipped'] as const
export type CheckStatus = (typeof checkStatuses)[number]

export interface CheckStep {
  readonly id: CheckStepId
  readonly status: CheckStatus
  /** Milliseconds; null before its end and when it was skipped. */
  readonly tookMs: number | null
  readonly problem: CheckProblem | null
  /** What the gateway said, where it did. */
  readonly error: AppError | null
  readonly skipped: CheckSkip | null
  readonly facts: readonly CheckFact[]
}

export const checkOutcomes = ['running', 'passed', 'failed', 'cancelled'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]

export interface ConnectionReport {
  /** Rises with every check of this run of the program. */
  readonly id: number
  readonly startedAt: number
  readonly outcome: CheckOutcome
  readonly steps: readonly CheckStep[]
}
