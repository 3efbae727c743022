import type { GatewayError } from '../../gateway/gateway-error.ts'
import type {
  ActiveState,
  DoubtfulState,
  OnlineState,
  RecoveringState,
  RestingState,
  SessionEvent,
  SessionState,
  SigningInState,
  SigningOutState,
} from '../session-state.ts'

/** When every example event happens. */
export const at = 1_000_000
export const answer = {
  loginTime: '500',
  vdn: '1',
  isPasswordChangeForced: false,
  passwordDaysLeft: null,
} as const

const attempt = 3
const signedIn = {
  agentId: '101',
  since: 10,
  isAlwaysOffHook: true,
  loginTime: '500',
  passwordDaysLeft: 30,
  isPasswordChangeForced: false,
  attempt,
} as const
const doubt = { doubtSince: 700, gapCause: 'no-answer', failures: 2 } as const

export const online: OnlineState = { ...signedIn, phase: 'online' }
export const doubtful: DoubtfulState = { ...signedIn, ...doubt, phase: 'doubtful', error: { kind: 'cut' } }
export const recovering = (step: RecoveringState['step']): RecoveringState => ({
  ...signedIn,
  ...doubt,
  phase: 'recovering',
  step,
})

const ends = {
  'signed-out': { phase: 'signed-out', ended: null },
  'taken-over': { phase: 'taken-over', agentId: '101', ended: { cause: 'shut-down', at: 900 } },
  ended: { phase: 'ended', agentId: '101', ended: { cause: 'silent-too-long', at: 900 } },
} satisfies Record<string, RestingState>
const signingIn = (agentId: string, before: RestingState): SigningInState => ({
  phase: 'signing-in',
  agentId,
  since: 950,
  before,
})
const activeStates: Readonly<Record<string, ActiveState>> = {
  online,
  doubtful,
  verifying: recovering('verifying'),
  draining: recovering('draining'),
  reading: recovering('reading'),
}
export const signingOut = (from: ActiveState): SigningOutState => ({
  phase: 'signing-out',
  since: 950,
  cause: 'signed-out-by-user',
  from,
})

const named = Object.entries(activeStates)

/** Examples of every state that the transition table names. */
export const states: Readonly<Record<string, readonly SessionState[]>> = {
  'signed-out': [
    ends['signed-out'],
    { ...ends['signed-out'], ended: { cause: 'signed-out-by-user', at: 900 } },
  ],
  'taken-over': [ends['taken-over']],
  ended: [ends.ended],
  'signing-in': [
    signingIn('101', ends['signed-out']),
    signingIn('101', { phase: 'signed-out', ended: { cause: 'signed-out-by-user', at: 900 } }),
  ],
  'signing-in (again)': [signingIn('101', ends.ended), signingIn('101', ends['taken-over'])],
  'signing-in (other)': [signingIn('102', ends.ended), signingIn('102', ends['taken-over'])],
  ...Object.fromEntries(named.map(([name, state]) => [name, [state]])),
  ...Object.fromEntries(named.map(([name, state]) => [`signing-out (${name})`, [signingOut(state)]])),
}

export const groups: Readonly<Record<string, readonly string[]>> = {
  resting: ['signed-out', 'taken-over', 'ended'],
  active: named.map(([name]) => name),
  'signing-out': named.map(([name]) => `signing-out (${name})`),
}

const gone = (retcode: '100-006' | '000-003'): GatewayError => ({
  kind: 'session-gone',
  retcode,
  message: '',
})
const moving = ['000-004', '105-002', '105-003'].map((retcode): GatewayError => ({
  kind: 'switch-over',
  retcode,
  message: '',
}))
const again = ['105-001', '105-004', '105-005', '105-006', '105-007'].map((retcode): GatewayError => ({
  kind: 'sign-in-again',
  retcode,
  message: '',
}))
const refused = { kind: 'refused', reason: 'platform-refused', retcode: '100-007', message: '' } as const
/** The connection itself failed. */
const cuts: readonly GatewayError[] = [
  { kind: 'unreachable', detail: '' },
  { kind: 'timed-out' },
  { kind: 'cut' },
]
/** Something is there, and it is no gateway that would answer as it should. */
const outages: readonly GatewayError[] = [
  { kind: 'untrusted-certificate', detail: '' },
  { kind: 'http-status', status: 502 },
  { kind: 'http-status', status: 429 },
]
const oddities: readonly GatewayError[] = [refused, { kind: 'malformed', detail: '' }]
const silences = [...cuts, ...outages]

type Failing = 'poll-failed' | 'request-failed' | 'verify-failed'

/** One event per error; the silence before it was `silentMs` long. */
function failures(type: Failing, errors: readonly GatewayError[], silentMs = 0): readonly SessionEvent[] {
  return errors.map((error) => ({ type, at, attempt, error, lastContactAt: at - silentMs }))
}

const catchUpFailures = (errors: readonly GatewayError[]): readonly SessionEvent[] =>
  errors.map((error) => ({ type: 'catch-up-failed', at, attempt, error }))

const ending = (name: string, type: Failing): Readonly<Record<string, readonly SessionEvent[]>> => ({
  [`${name}: 100-006`]: [
    ...failures(type, [gone('100-006')]),
    ...failures(type, [gone('100-006')], 119_999),
    // The clock was set back meanwhile.
    ...failures(type, [gone('100-006')], -3_600_000),
  ],
  [`${name}: 100-006, silent`]: failures(type, [gone('100-006')], 120_000),
  [`${name}: 000-003`]: [...failures(type, [gone('000-003')]), ...failures(type, [gone('000-003')], 500_000)],
  [`${name}: 105-00x`]: failures(type, again),
})

const shutdowns = (times: readonly (string | null)[]) =>
  times.map((loginTime) => ({ type: 'shutdown', loginTime }) as const)
/** Of this sign-in, of a newer one, without a time, and with one that says nothing. */
const ownShutdowns = shutdowns(['500', '501', null, 'yesterday'])

/** Examples of every event that the transition table names, and of those it must not name because they change nothing. */
export const events: Readonly<Record<string, readonly SessionEvent[]>> = {
  'sign-in asked': [{ type: 'sign-in-asked', at, agentId: '101' }],
  'sign-in accepted': [{ type: 'sign-in-accepted', at, isAlwaysOffHook: true, answer }],
  'sign-in failed': [...silences, ...moving, refused, gone('100-006')].map((error) => ({
    type: 'sign-in-failed',
    at,
    error,
  })),
  'sign-in failed: 100-002': [
    { type: 'sign-in-failed', at, error: { ...refused, reason: 'already-signed-in', retcode: '100-002' } },
  ],
  'sign-out asked': [{ type: 'sign-out-asked', at, cause: 'signed-out-by-user' }],
  'sign-out done': [{ type: 'sign-out-done', at }],
  'sign-out refused': [{ type: 'sign-out-refused', at }],
  'poll: nothing': [{ type: 'poll-answered', at, event: null }],
  'poll: event': [{ type: 'poll-answered', at, event: { type: 'rest-over' } }],
  'poll: older shutdown': shutdowns(['499']).map((event) => ({ type: 'poll-answered', at, event })),
  'poll: shutdown': ownShutdowns.map((event) => ({ type: 'poll-answered', at, event })),
  'late: event': [{ type: 'late-event', at, event: { type: 'rest-over' } }],
  'late: older shutdown': shutdowns(['499']).map((event) => ({ type: 'late-event', at, event })),
  'late: shutdown': ownShutdowns.map((event) => ({ type: 'late-event', at, event })),
  'poll failed': failures('poll-failed', cuts),
  'poll failed: trouble': failures('poll-failed', [...outages, ...oddities]),
  'poll failed: switch-over': failures('poll-failed', moving),
  ...ending('poll failed', 'poll-failed'),
  'request failed': failures('request-failed', [...silences, ...oddities, ...moving]),
  ...ending('request failed', 'request-failed'),
  'gap found': (['sleep', 'clock-jump'] as const).map((cause) => ({
    type: 'gap-found',
    at,
    from: 600,
    cause,
  })),
  verified: [{ type: 'verified', at, attempt }],
  'verify failed': failures('verify-failed', cuts),
  'verify failed: trouble': failures('verify-failed', outages),
  'verify failed: switch-over': failures('verify-failed', moving),
  ...ending('verify failed', 'verify-failed'),
  drained: [{ type: 'drained', at, attempt }],
  'caught up': [{ type: 'caught-up', at, attempt }],
  'catch-up failed': catchUpFailures(cuts),
  'catch-up failed: trouble': catchUpFailures(outages),
  'catch-up failed: switch-over': catchUpFailures(moving),
  'result of an older attempt': [
    { type: 'verified', at, attempt: attempt - 1 },
    { type: 'drained', at, attempt: attempt - 1 },
    { type: 'caught-up', at, attempt: attempt - 1 },
    { type: 'catch-up-failed', at, attempt: attempt - 1, error: { kind: 'cut' } },
    ...[...silences, gone('100-006'), gone('000-003'), ...again].map((error): SessionEvent => ({
      type: 'verify-failed',
      at,
      attempt: attempt - 1,
      error,
      lastContactAt: at,
    })),
  ],
}
