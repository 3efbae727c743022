import { describe, expect, it } from 'vitest'
import { hasOwnText } from '../../shared/i18n/code-with-text.ts'
import { languages } from '../../shared/i18n/languages.ts'
import { messagesByLanguage } from '../../shared/i18n/tables.ts'
import { toAppError } from './gateway-error.ts'
import { describeRetcode } from './retcodes.ts'

/** Every code on a page of the gateway's documentation or in public client code, by its group. */
const known = [
  '000-000 000-001 000-002 000-003 000-004 000-005 000-006 000-007 000-000-007',
  '100-001 100-002 100-003 100-004 100-005 100-006 100-007 100-008 100-009 100-010 100-011 100-012 100-013 100-014 100-015 100-016 100-017 100-018 100-019 100-020 100-021 100-060 100-061 100-062',
  '101-001 101-002 101-003 101-004 101-005 101-006 101-007',
  '104-001 104-002 104-003 104-004 104-005 104-006 104-007 104-008 104-009 104-010 104-011 104-012',
  '105-001 105-002 105-003 105-004 105-005 105-006 105-007',
  '106-001 106-002 106-003 106-004',
  '107-000 107-001 107-002 107-003 107-004 107-005 107-007 107-010 107-011 107-012 107-013 107-014 107-015 107-016 107-017 107-018 107-019 107-020 107-021 107-022 107-023 107-024 107-025 107-033 107-034 107-035 107-036 107-037 107-038 107-039 107-040 107-041 107-042 107-043 107-044 107-045 107-064 107-065 107-066 107-067',
  '110-002 110-016 110-017 110-018 110-019 110-020 110-021 110-022',
  '200-001 200-002 200-003 200-004 200-005 200-006 200-007 200-008 200-009 200-010 200-011 200-012 200-013 200-014 200-015 200-016 200-017 200-018 200-019 200-020 200-021 200-022 200-023 200-024 200-025 200-026',
  '210-001',
  '300-001 300-002 300-003 300-004',
  '400-001 400-002 400-003',
  '500-001 500-002 500-003 500-004 500-005 500-006 500-007 500-008 500-009 500-010 500-100 500-101 500-102 500-103 500-104 500-105 500-106 500-107',
  '600-001 600-002 600-003 600-004 600-005',
  '700-001 700-002 700-003 700-014 700-016 700-017 700-023 700-024 700-100',
  '701-001 701-002 701-003 701-004 701-005 701-006',
  '800-001 800-002 800-003',
  '900-001 900-002 900-003 900-004 900-005 900-006 900-007 900-008 900-009',
  '999-001',
]
const codes = known.flatMap((group) => group.split(' '))

/** What the window would say to a code: the words of its reason, or of its error. */
function wordsOf(code: string, language: (typeof languages)[number]) {
  const error = toAppError(describeRetcode(code, ''))
  const { refusals, errors } = messagesByLanguage[language]
  if (error.code !== 'refused' || error.reason === undefined) return errors[error.code]
  const { what, next } = refusals[error.reason]
  return { what: hasOwnText(code) ? messagesByLanguage[language].gatewayCodes[code] : what, next }
}

describe('codes of the gateway', () => {
  it('that nobody knows say so, in every language', () => {
    for (const language of languages) {
      expect(wordsOf('987-654', language)).toEqual(messagesByLanguage[language].refusals['unknown-code'])
    }
  })

  it('are all known', () => {
    expect(codes.filter((code) => toAppError(describeRetcode(code, '')).reason === 'unknown-code')).toEqual(
      [],
    )
    expect(codes.length).toBeGreaterThan(190)
  })

  it.each(languages)('have in %s a text and a next step each', (language) => {
    const silent = codes.filter((code) => {
      const { what, next } = wordsOf(code, language)
      return what.length < 4 || next.length < 4
    })
    expect(silent).toEqual([])
  })

  it.each(languages)(
    'with a text of their own say more in %s than their reason, and are known',
    (language) => {
      const { gatewayCodes, refusals } = messagesByLanguage[language]
      const byReason = new Set(Object.values(refusals).map(({ what }) => what))
      const idle = Object.entries(gatewayCodes).filter(
        ([code, text]) => !codes.includes(code) || byReason.has(text),
      )
      expect(idle).toEqual([])
    },
  )

  it.each([
    ['200-003', 'There is no call to mute.'],
    ['200-014', 'The call cannot be put on hold now.'],
  ])('%s says what the call lacks', (code, what) => {
    expect(wordsOf(code, 'en').what).toBe(what)
  })

  it.each([
    ['100-001', 'wrong-sign-in-data'],
    ['100-004', 'wrong-credentials'],
    ['100-013', 'phone-not-usable'],
    ['100-020', 'password-expired'],
    ['110-021', 'account-locked'],
    ['999-001', 'platform-unavailable'],
  ])('%s is told as %s, which the agent can act on', (code, reason) => {
    expect(toAppError(describeRetcode(code, ''))).toMatchObject({ reason })
  })
})
