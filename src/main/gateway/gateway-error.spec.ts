import { describe, expect, it } from 'vitest'
import type { AppError } from '../../shared/app-error.ts'
import { isOutcomeUnknown, toAppError, type GatewayError } from './gateway-error.ts'

const refused = { kind: 'refused', reason: 'platform-refused', retcode: '100-007' } as const

const cases: readonly (readonly [GatewayError, boolean, AppError])[] = [
  [
    { ...refused, message: 'busy' },
    false,
    { code: 'refused', reason: 'platform-refused', retcode: '100-007', gatewayMessage: 'busy' },
  ],
  [{ ...refused, message: '' }, false, { code: 'refused', reason: 'platform-refused', retcode: '100-007' }],
  [
    { kind: 'session-gone', retcode: '000-003', message: '' },
    false,
    { code: 'session-ended', retcode: '000-003' },
  ],
  [
    { kind: 'sign-in-again', retcode: '105-001', message: '' },
    false,
    { code: 'session-ended', retcode: '105-001' },
  ],
  [
    { kind: 'switch-over', retcode: '000-004', message: '' },
    false,
    { code: 'refused', reason: 'switch-over', retcode: '000-004' },
  ],
  [{ kind: 'http-status', status: 502 }, true, { code: 'malformed-answer', retcode: 'HTTP 502' }],
  [{ kind: 'malformed', detail: 'result: 0.id' }, true, { code: 'malformed-answer' }],
  [{ kind: 'timed-out' }, true, { code: 'timed-out' }],
  [{ kind: 'cut' }, true, { code: 'outcome-unknown' }],
  [{ kind: 'unreachable', detail: 'ECONNREFUSED' }, false, { code: 'unreachable' }],
  [{ kind: 'untrusted-certificate', detail: 'CERT_HAS_EXPIRED' }, false, { code: 'untrusted-certificate' }],
  [{ kind: 'aborted', wasSent: false }, false, { code: 'superseded' }],
  [{ kind: 'aborted', wasSent: true }, true, { code: 'superseded' }],
]

describe('GatewayError', () => {
  it.each(cases)('%j: outcome unknown %s', (error, isUnknown) => {
    expect(isOutcomeUnknown(error)).toBe(isUnknown)
  })

  it.each(cases)('%j crosses the bridge as what it is', (error, _isUnknown, appError) => {
    expect(toAppError(error)).toEqual(appError)
  })
})
