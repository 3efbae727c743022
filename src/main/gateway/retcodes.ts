import type { RefusalReason } from '../../shared/app-error.ts'
import type { GatewayError } from './gateway-error.ts'

/**
 * Every known retcode by what the client can do about it (error tables cec_07_0580 and cec_07_1430, and client code).
 * A row is a code, or the first and last code of a range.
 */
const refusals: readonly (readonly [RefusalReason, ...string[]])[] = [
  ['already-signed-in', '100-002'],
  ['signed-in-and-protected', '100-015'],
  ['wrong-credentials', '100-004', '100-017', '100-062'],
  ['password-expired', '100-020'],
  ['account-locked', '100-061', '110-016', '110-021'],
  ['phone-not-usable', '100-011', '100-013', '100-014'],
  ['agent-type-not-allowed', '100-012'],
  ['sign-in-in-progress', '100-021'],
  ['wrong-sign-in-data', '100-001', '100-016'],
  ['bad-request', '000-001', '000-002', '000-006', '100-005', '100-019', '104-003'],
  ['bad-request', '106-002..106-004', '110-017..110-020', '110-022', '200-001', '700-001', '000-000-007'],
  ['platform-refused', '100-007', '100-060', '107-000..107-067', '110-002..110-012', '500-100..500-107'],
  ['platform-refused', '700-014', '700-016', '700-017', '700-023', '700-024', '700-100'],
  ['platform-unavailable', '000-000', '100-003', '104-004', '104-006', '104-008..104-012', '210-001'],
  ['platform-unavailable', '700-003', '701-006', '800-001..800-003', '999-001'],
  ['platform-unavailable', '900-001', '900-003', '900-007', '900-008'],
  // 100-008, already signed out, is success for a sign-out and never reaches this table from there.
  ['not-in-this-state', '100-008', '100-009'],
  // Before the range of calls that are gone: these are there and in another phase.
  ['no-longer-fits', '200-004', '200-008', '200-014', '200-016', '200-020', '200-022'],
  ['no-longer-fits', '000-005', '000-007', '100-018', '101-001', '101-003', '101-005..101-007', '104-007'],
  ['no-longer-fits', '500-001..500-010', '701-001..701-005', '900-004..900-006', '900-009'],
  ['in-a-call', '100-010'],
  ['call-gone', '200-002..200-026', '400-001'],
  ['nothing-found', '104-005', '300-002..300-004', '400-002', '400-003', '600-001..600-005', '700-002'],
  ['no-right', '101-002', '101-004', '104-001', '104-002', '106-001', '300-001', '900-002'],
]

/** The switch-over ended without this agent: only a new sign-in helps. */
const signInAgainCodes: ReadonlySet<string> = new Set(['105-001', '105-004', '105-005', '105-006', '105-007'])

/** The agent is being moved to another server: wait and repeat. */
const switchOverCodes: ReadonlySet<string> = new Set(['000-004', '105-002', '105-003'])

/** Answers to a list query that mean "there are none". */
export const emptyListCodes: ReadonlySet<string> = new Set([
  '400-002',
  '400-003',
  '600-001',
  '600-002',
  '600-005',
])

/** Sign-out of an agent who is signed out already. */
export const alreadySignedOutCode = '100-008'

function isInRow(code: string, row: string): boolean {
  const [first = '', last] = row.split('..')
  // All codes of a range have the same form, NNN-NNN, so text order is number order.
  return last === undefined ? code === first : code.length === first.length && code >= first && code <= last
}

function findReason(code: string): RefusalReason {
  return refusals.find(([, ...rows]) => rows.some((row) => isInRow(code, row)))?.[0] ?? 'unknown-code'
}

/** The error that a retcode other than "0" stands for. `message` is the gateway's own text, for quotation only. */
export function describeRetcode(retcode: string, message: string): GatewayError {
  if (retcode === '000-003' || retcode === '100-006') return { kind: 'session-gone', retcode, message }
  if (signInAgainCodes.has(retcode)) return { kind: 'sign-in-again', retcode, message }
  if (switchOverCodes.has(retcode)) return { kind: 'switch-over', retcode, message }
  return { kind: 'refused', reason: findReason(retcode), retcode, message }
}

/** The same for a sign-in, where a repeated call (000-007) means that the first one is still running. */
export function describeSignInRetcode(retcode: string, message: string): GatewayError {
  return retcode === '000-007'
    ? { kind: 'refused', reason: 'sign-in-in-progress', retcode, message }
    : describeRetcode(retcode, message)
}
