import fc from 'fast-check'
import type { GatewayError } from '../../gateway/gateway-error.ts'
import type { GatewayEvent } from '../../gateway/gateway-event.ts'

/** One thing that happens to a session: an act of the agent, an answer, a gap, or time that passes. */
export type Act =
  | { readonly act: 'sign-in'; readonly takeOver: boolean }
  | { readonly act: 'sign-out'; readonly force: boolean }
  | { readonly act: 'command' }
  | { readonly act: 'query' }
  | { readonly act: 'gap'; readonly cause: 'sleep' | 'clock-jump'; readonly lastedMs: number }
  | { readonly act: 'advance'; readonly ms: number }
  /** The clock is set, forward or back; no timer runs because of that. */
  | { readonly act: 'set-clock'; readonly ms: number }
  /** The next answer of the poll. */
  | { readonly act: 'poll'; readonly answer: GatewayEvent | GatewayError | null }
  /** One of the requests that wait is answered; null = "0". */
  | { readonly act: 'answer'; readonly which: number; readonly error: GatewayError | null }
  /** One of the readings after a gap ends; null = everything was read. */
  | { readonly act: 'caught-up'; readonly which: number; readonly error: GatewayError | null }

const gatewayError: fc.Arbitrary<GatewayError> = fc.oneof(
  fc.constantFrom<GatewayError>(
    { kind: 'timed-out' },
    { kind: 'cut' },
    { kind: 'unreachable', detail: '' },
    { kind: 'untrusted-certificate', detail: '' },
    { kind: 'malformed', detail: '' },
    { kind: 'http-status', status: 502 },
    { kind: 'http-status', status: 404 },
    { kind: 'refused', reason: 'in-a-call', retcode: '100-010', message: '' },
    { kind: 'refused', reason: 'already-signed-in', retcode: '100-002', message: '' },
    { kind: 'session-gone', retcode: '100-006', message: '' },
    { kind: 'session-gone', retcode: '000-003', message: '' },
    { kind: 'sign-in-again', retcode: '105-005', message: '' },
    { kind: 'aborted', wasSent: true },
  ),
  fc
    .constantFrom('000-004', '105-002', '105-003')
    .map((retcode): GatewayError => ({ kind: 'switch-over', retcode, message: '' })),
)

const gatewayEvent = fc.constantFrom<GatewayEvent>(
  { type: 'rest-over' },
  { type: 'in-service' },
  { type: 'occupied' },
  { type: 'shutdown', loginTime: '1' },
  { type: 'shutdown', loginTime: null },
)

const which = fc.nat({ max: 5 })

/** "0" more often than errors, so that the random walk gets far. */
const outcome = fc.option(gatewayError, { freq: 2, nil: null })

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ act: fc.constant('sign-in' as const), takeOver: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('sign-out' as const), force: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('command' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('query' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('gap' as const),
      cause: fc.constantFrom('sleep' as const, 'clock-jump' as const),
      lastedMs: fc.nat({ max: 400_000 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('advance' as const),
      ms: fc.oneof(fc.nat({ max: 500 }), fc.nat({ max: 8_000 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('set-clock' as const),
      ms: fc.integer({ min: -3_600_000, max: 3_600_000 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('poll' as const),
      answer: fc.oneof(fc.constant(null), gatewayEvent, gatewayError),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ act: fc.constant('answer' as const), which, error: outcome }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('caught-up' as const), which, error: outcome }),
  },
)

/** What happens to a session, in any order; it begins with a sign-in, because nothing else would happen before one. */
export const acts: fc.Arbitrary<readonly Act[]> = fc
  .array(act, { maxLength: 60, size: 'max' })
  .map((rest) => [
    { act: 'sign-in', takeOver: false },
    { act: 'answer', which: 0, error: null },
    { act: 'advance', ms: 0 },
    ...rest,
  ])

/** Seeds for the jitter. */
export const seeds = fc.integer()
