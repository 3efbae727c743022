import { describe, expect, it } from 'vitest'
import type { GatewayError } from '../gateway/gateway-error.ts'
import { reduceSession } from './reduce-session.ts'
import type { DoubtfulState, OnlineState, SessionEvent, SessionState } from './session-state.ts'

const at = 1000
const answer = { loginTime: '500', vdn: '1', isPasswordChangeForced: false, passwordDaysLeft: null }
const signedIn = {
  agentId: '101',
  since: 10,
  isAlwaysOffHook: true,
  loginTime: '500',
  passwordDaysLeft: null,
  isPasswordChangeForced: false,
  attempt: 0,
} as const
const online: OnlineState = { ...signedIn, phase: 'online' }
const lastContactAt = 900
const cut: GatewayError = { kind: 'cut' }
const gone: GatewayError = { kind: 'session-gone', retcode: '100-006', message: '' }
const badGuid: GatewayError = { kind: 'session-gone', retcode: '000-003', message: '' }
const again: GatewayError = { kind: 'sign-in-again', retcode: '105-005', message: '' }
const refused: GatewayError = { kind: 'refused', reason: 'in-a-call', retcode: '100-010', message: '' }
const doubtful: DoubtfulState = {
  ...signedIn,
  phase: 'doubtful',
  doubtSince: 700,
  gapCause: 'no-answer',
  failures: 3,
  error: cut,
}
const signedOut: SessionState = { phase: 'signed-out', ended: null }
const signingIn: SessionState = { phase: 'signing-in', agentId: '101', since: 5, before: signedOut }
const signingOut: SessionState = {
  phase: 'signing-out',
  since: 20,
  cause: 'signed-out-by-user',
  from: online,
}
const over = (phase: 'ended' | 'taken-over', cause: string): object => ({
  phase,
  agentId: '101',
  ended: { cause, at },
})
const signedOutBecause = (cause: string): object => ({ phase: 'signed-out', ended: { cause, at } })

const close = [{ type: 'close' }]
const poll = (after: string, failures = 0): object[] => [{ type: 'poll', after, failures }]

const arrows: readonly (readonly [string, SessionState, SessionEvent, object, readonly object[]])[] = [
  [
    'sign-in is asked',
    signedOut,
    { type: 'sign-in-asked', at, agentId: '101' },
    { ...signingIn, since: at },
    [],
  ],
  [
    'sign-in is accepted',
    signingIn,
    { type: 'sign-in-accepted', at, isAlwaysOffHook: true, answer },
    { ...online, since: at },
    poll('sign-in'),
  ],
  ['sign-in fails', signingIn, { type: 'sign-in-failed', at, error: cut }, signedOut, close],
  [
    'an event arrives',
    online,
    { type: 'poll-answered', at, event: { type: 'rest-over' } },
    online,
    poll('event'),
  ],
  ['nothing arrives', online, { type: 'poll-answered', at, event: null }, online, poll('empty')],
  [
    'a poll fails',
    online,
    { type: 'poll-failed', at, error: cut, lastContactAt },
    { ...doubtful, doubtSince: lastContactAt, failures: 1 },
    poll('failure', 1),
  ],
  [
    'a poll is refused again',
    doubtful,
    { type: 'poll-failed', at, error: refused, lastContactAt },
    { ...doubtful, failures: 4, error: refused },
    poll('trouble', 4),
  ],
  [
    'the gateway is back',
    doubtful,
    { type: 'poll-answered', at, event: null },
    {
      ...signedIn,
      phase: 'recovering',
      step: 'reading',
      doubtSince: 700,
      gapCause: 'no-answer',
      failures: 3,
      attempt: 1,
    },
    [...poll('empty'), { type: 'catch-up', attempt: 1 }],
  ],
  [
    'poll: not signed in',
    online,
    { type: 'poll-failed', at, error: gone, lastContactAt },
    over('ended', 'not-signed-in'),
    close,
  ],
  [
    'poll: bad Guid',
    online,
    { type: 'poll-failed', at, error: badGuid, lastContactAt },
    over('ended', 'guid-refused'),
    close,
  ],
  [
    'poll: switch-over failed',
    online,
    { type: 'poll-failed', at, error: again, lastContactAt },
    over('ended', 'switch-over-failed'),
    close,
  ],
  [
    'request: not signed in',
    online,
    { type: 'request-failed', at, error: gone, lastContactAt },
    over('ended', 'not-signed-in'),
    close,
  ],
  [
    'request: refused for another reason',
    online,
    { type: 'request-failed', at, error: cut, lastContactAt },
    online,
    [],
  ],
  [
    'shutdown of this sign-in',
    online,
    { type: 'poll-answered', at, event: { type: 'shutdown', loginTime: '500' } },
    over('taken-over', 'shut-down'),
    close,
  ],
  [
    'shutdown with a time that is no number',
    online,
    { type: 'poll-answered', at, event: { type: 'shutdown', loginTime: 'yesterday' } },
    over('taken-over', 'shut-down'),
    close,
  ],
  [
    'shutdown without a time',
    online,
    { type: 'poll-answered', at, event: { type: 'shutdown', loginTime: null } },
    over('taken-over', 'shut-down'),
    close,
  ],
  [
    'shutdown of an older sign-in',
    online,
    { type: 'poll-answered', at, event: { type: 'shutdown', loginTime: '499' } },
    online,
    poll('event'),
  ],
  [
    'sign-out is asked',
    online,
    { type: 'sign-out-asked', at, cause: 'signed-out-by-user' },
    { ...signingOut, since: at },
    [],
  ],
  [
    'sign-out is done',
    signingOut,
    { type: 'sign-out-done', at },
    signedOutBecause('signed-out-by-user'),
    close,
  ],
  ['sign-out is refused', signingOut, { type: 'sign-out-refused', at }, online, []],
  [
    'the poll goes on while signing out',
    signingOut,
    { type: 'poll-answered', at, event: null },
    signingOut,
    poll('empty'),
  ],
  [
    'shutdown while signing out is our own',
    signingOut,
    { type: 'poll-answered', at, event: { type: 'shutdown', loginTime: '500' } },
    signedOutBecause('signed-out-by-user'),
    close,
  ],
  [
    'not signed in while signing out',
    signingOut,
    { type: 'poll-failed', at, error: gone, lastContactAt },
    signedOutBecause('signed-out-by-user'),
    close,
  ],
]

describe('reduceSession', () => {
  it.each(arrows)('%s', (_name, state, event, next, effects) => {
    expect(reduceSession(state, event)).toEqual({ state: next, effects })
  })

  it.each<[string, SessionState, SessionEvent]>([
    ['a late poll after the end', signedOut, { type: 'poll-answered', at, event: { type: 'rest-over' } }],
    ['a late failure after the end', signedOut, { type: 'poll-failed', at, error: gone, lastContactAt }],
    ['a second sign-in', signingIn, { type: 'sign-in-asked', at, agentId: '102' }],
    ['a sign-in while online', online, { type: 'sign-in-asked', at, agentId: '102' }],
    [
      'a sign-out before the sign-in was answered',
      signingIn,
      { type: 'sign-out-asked', at, cause: 'signed-out-by-user' },
    ],
    ['a second sign-out', signingOut, { type: 'sign-out-asked', at, cause: 'signed-out-at-quit' }],
  ])('ignores %s', (_name, state, event) => {
    expect(reduceSession(state, event)).toEqual({ state, effects: [] })
  })
})
