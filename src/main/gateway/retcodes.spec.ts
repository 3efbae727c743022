import { describe, expect, it } from 'vitest'
import type { RefusalReason } from '../../shared/app-error.ts'
import { describeRetcode, describeSignInRetcode, emptyListCodes } from './retcodes.ts'

/** `100-001..100-003` written out. */
function expand(row: string): readonly string[] {
  const [first = '', last = first] = row.split('..')
  const [family = ''] = first.split('-')
  const from = Number(first.slice(4))
  const to = Number(last.slice(4))
  return Array.from({ length: to - from + 1 }, (_, nth) => `${family}-${String(from + nth).padStart(3, '0')}`)
}

/** Every code of the error tables with the reaction they ask for, written down apart from the table under test. */
const expected: readonly (readonly [RefusalReason, string])[] = [
  ['platform-unavailable', '000-000'],
  ['wrong-sign-in-data', '100-001 100-016'],
  ['bad-request', '000-001 000-002 000-006'],
  ['no-longer-fits', '000-005 000-007'],
  ['bad-request', '100-005 100-019'],
  ['already-signed-in', '100-002'],
  ['platform-unavailable', '100-003'],
  ['wrong-credentials', '100-004 100-017 100-062'],
  ['platform-refused', '100-007 100-060'],
  ['not-in-this-state', '100-008 100-009'],
  ['no-longer-fits', '100-018'],
  ['in-a-call', '100-010'],
  ['phone-not-usable', '100-011 100-013 100-014'],
  ['agent-type-not-allowed', '100-012'],
  ['signed-in-and-protected', '100-015'],
  ['password-expired', '100-020'],
  ['sign-in-in-progress', '100-021'],
  ['account-locked', '100-061 110-016 110-021'],
  ['no-longer-fits', '101-001 101-003 101-005 101-006 101-007'],
  ['no-right', '101-002 101-004'],
  ['no-right', '104-001 104-002'],
  ['bad-request', '104-003'],
  ['nothing-found', '104-005'],
  ['no-longer-fits', '104-007'],
  ['platform-unavailable', '104-004 104-006 104-008 104-009 104-010 104-011 104-012'],
  ['no-right', '106-001'],
  ['bad-request', '106-002 106-003 106-004'],
  ['platform-refused', '107-000..107-067'],
  ['platform-refused', '110-002..110-012'],
  ['bad-request', '110-017 110-018 110-019 110-020 110-022'],
  ['bad-request', '200-001'],
  ['call-gone', '200-002 200-003 200-005..200-007 200-009..200-013 200-015 200-017..200-019 200-021'],
  ['call-gone', '200-023..200-026'],
  ['no-longer-fits', '200-004 200-008 200-014 200-016 200-020 200-022'],
  ['platform-unavailable', '210-001'],
  ['no-right', '300-001'],
  ['nothing-found', '300-002 300-003 300-004'],
  ['call-gone', '400-001'],
  ['nothing-found', '400-002 400-003'],
  ['no-longer-fits', '500-001..500-010'],
  ['platform-refused', '500-100..500-107'],
  ['nothing-found', '600-001 600-002 600-003 600-004 600-005'],
  ['bad-request', '700-001'],
  ['nothing-found', '700-002'],
  ['platform-unavailable', '700-003'],
  ['platform-refused', '700-014 700-016 700-017 700-023 700-024 700-100'],
  ['no-longer-fits', '701-001..701-005'],
  ['platform-unavailable', '701-006'],
  ['platform-unavailable', '800-001 800-002 800-003'],
  ['platform-unavailable', '900-001 900-003 900-007 900-008'],
  ['no-longer-fits', '900-004 900-005 900-006 900-009'],
  ['no-right', '900-002'],
  ['platform-unavailable', '999-001'],
  ['bad-request', '000-000-007'],
]

const cases = expected.flatMap(([reason, rows]) =>
  rows
    .split(' ')
    .flatMap((row) => (row.includes('..') ? expand(row) : [row]))
    .map((retcode) => ({ retcode, reason })),
)

describe('describeRetcode', () => {
  it.each(['1', '00', '100', '100-0070', '200-027', '200-1', '107-068', '777-001', 'OK', '-1', '0-0', '1e3'])(
    'leaves %s unknown instead of guessing by its family',
    (retcode) => {
      expect(describeRetcode(retcode, 'text')).toEqual({
        kind: 'refused',
        reason: 'unknown-code',
        retcode,
        message: 'text',
      })
    },
  )

  it.each(cases)('$retcode means $reason', ({ retcode, reason }) => {
    expect(describeRetcode(retcode, 'text')).toEqual({ kind: 'refused', reason, retcode, message: 'text' })
  })

  it.each([
    ['000-003', 'session-gone'],
    ['100-006', 'session-gone'],
    ['000-004', 'switch-over'],
    ['105-002', 'switch-over'],
    ['105-003', 'switch-over'],
    ['105-001', 'sign-in-again'],
    ['105-004', 'sign-in-again'],
    ['105-005', 'sign-in-again'],
    ['105-006', 'sign-in-again'],
    ['105-007', 'sign-in-again'],
  ])('%s is %s', (retcode, kind) => {
    expect(describeRetcode(retcode, '')).toEqual({ kind, retcode, message: '' })
  })

  it('names each code once', () => {
    const codes = cases.map(({ retcode }) => retcode)
    expect(new Set(codes).size).toBe(codes.length)
  })
})

describe('describeSignInRetcode', () => {
  it('takes a repeated call for a sign-in that is still running', () => {
    expect(describeSignInRetcode('000-007', '')).toMatchObject({ reason: 'sign-in-in-progress' })
  })

  it.each(['000-003', '100-004', '105-001', '9'])('leaves %s as it is', (retcode) => {
    expect(describeSignInRetcode(retcode, 'x')).toEqual(describeRetcode(retcode, 'x'))
  })
})

it('takes exactly these codes for an empty list', () => {
  expect([...emptyListCodes].sort()).toEqual(['400-002', '400-003', '600-001', '600-002', '600-005'])
})
