import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  effectiveValue,
  emptyLine,
  judge,
  type SeenSource,
  type TruthLine,
  type TruthVerdict,
} from './truth-line.ts'

const same = (a: boolean, b: boolean): boolean => a === b
const line = (change: Partial<TruthLine<boolean>>): TruthLine<boolean> => ({
  ...emptyLine<boolean>(),
  ...change,
})
const wished = (value: boolean, at = 1): TruthLine<boolean>['wished'] => ({ value, at, origin: 'window' })
const accepted = (value: boolean, at = 10, askedAt = 5): TruthLine<boolean>['accepted'] => ({
  value,
  at,
  askedAt,
})
const seen = (value: boolean, at = 20, by: SeenSource = 'event'): TruthLine<boolean>['seen'] => ({
  value,
  at,
  by,
})
const failure = (isOutcomeUnknown: boolean): TruthLine<boolean>['failure'] => ({
  value: { code: 'timed-out' },
  at: 9,
  isOutcomeUnknown,
})

const cases: readonly (readonly [string, TruthLine<boolean>, TruthVerdict, boolean | null])[] = [
  ['nothing known', line({}), 'unknown', null],
  ['only wished', line({ wished: wished(true) }), 'wished', null],
  ['under way', line({ wished: wished(true), isPending: true }), 'pending', null],
  [
    'under way over an older value',
    line({ wished: wished(true), accepted: accepted(false), isPending: true }),
    'pending',
    false,
  ],
  [
    'refused',
    line({ wished: wished(true), accepted: accepted(false), failure: failure(false) }),
    'failed',
    false,
  ],
  ['no answer', line({ wished: wished(true), failure: failure(true) }), 'uncertain', null],
  [
    'no answer, but seen as asked',
    line({ wished: wished(true), failure: failure(true), seen: seen(true, 9, 'roster') }),
    'confirmed',
    true,
  ],
  [
    'no answer, and seen otherwise',
    line({ wished: wished(true), failure: failure(true), seen: seen(false, 9, 'roster') }),
    'uncertain',
    false,
  ],
  [
    'refused, whatever is seen',
    line({ wished: wished(true), failure: failure(false), seen: seen(true, 9) }),
    'failed',
    true,
  ],
  ['accepted', line({ wished: wished(true), accepted: accepted(true) }), 'accepted', true],
  [
    'accepted, seen before it was asked',
    line({ accepted: accepted(true), seen: seen(false, 4) }),
    'accepted',
    true,
  ],
  ['confirmed by an event', line({ accepted: accepted(true), seen: seen(true) }), 'confirmed', true],
  [
    'confirmed by an event before the answer',
    line({ accepted: accepted(true), seen: seen(true, 7) }),
    'confirmed',
    true,
  ],
  [
    'a query begun before the answer proves nothing',
    line({ accepted: accepted(true), seen: seen(false, 7, 'roster') }),
    'accepted',
    true,
  ],
  ['contradicted', line({ accepted: accepted(true), seen: seen(false) }), 'contradicted', false],
  ['seen without a wish', line({ seen: seen(true) }), 'confirmed', true],
  [
    'a newer wish kept for later',
    line({ wished: wished(false, 30), accepted: accepted(true), seen: seen(true) }),
    'wished',
    true,
  ],
]

describe('truth line', () => {
  it.each(cases)('%s', (_name, given, verdict, effective) => {
    expect(judge(given, same)).toBe(verdict)
    expect(effectiveValue(given)).toBe(effective)
  })

  it('never says "confirmed" or "accepted" while something is under way or has failed', () => {
    const stamp = fc.integer({ min: 0, max: 50 })
    const lines = fc.record({
      wished: fc.option(fc.record({ value: fc.boolean(), at: stamp, origin: fc.constant('tray' as const) })),
      accepted: fc.option(fc.record({ value: fc.boolean(), at: stamp, askedAt: stamp })),
      seen: fc.option(
        fc.record({ value: fc.boolean(), at: stamp, by: fc.constantFrom<SeenSource>('event', 'roster') }),
      ),
      isPending: fc.boolean(),
      failure: fc.option(fc.constant(failure(false)).map((value) => value!)),
    })
    fc.assert(
      fc.property(lines, (given) => {
        const verdict = judge(given, same)
        if (given.isPending) expect(verdict).toBe('pending')
        else if (given.failure !== null) expect(verdict).toBe('failed')
        if (verdict === 'confirmed' && given.accepted !== null)
          expect(given.seen?.value).toBe(given.accepted.value)
      }),
    )
  })
})
