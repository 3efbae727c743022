import { describe, expect, it } from 'vitest'
import { reduceSession } from './reduce-session.ts'
import type { SessionEvent, SessionState } from './session-state.ts'
import { at, doubtful, online, recovering, signingOut } from './testing/machine-examples.ts'

const cut = { kind: 'cut' } as const
const { error: _error, phase: _phase, ...known } = doubtful

/** What is known in each state; the phases themselves, and the effects, are the matter of the transition table. */
const cases: readonly (readonly [string, SessionState, SessionEvent, SessionState])[] = [
  [
    'a doubt begins with the last answered poll',
    online,
    { type: 'poll-failed', at, error: cut, lastContactAt: 940 },
    { ...doubtful, doubtSince: 940, failures: 1 },
  ],
  [
    'a doubt keeps its beginning and takes the newest error',
    doubtful,
    { type: 'poll-failed', at, error: { kind: 'timed-out' }, lastContactAt: 940 },
    { ...doubtful, failures: 3, error: { kind: 'timed-out' } },
  ],
  [
    'an answered poll takes over what the doubt knew, without its error',
    doubtful,
    { type: 'poll-answered', at, event: null },
    { ...known, phase: 'recovering', step: 'reading', attempt: 4 },
  ],
  [
    'so does a question that was answered beside the poll',
    doubtful,
    { type: 'verified', at, attempt: 3 },
    { ...known, phase: 'recovering', step: 'draining', attempt: 4 },
  ],
  [
    'a gap begins where nothing could be heard',
    online,
    { type: 'gap-found', at, from: 600, cause: 'clock-jump' },
    {
      ...recovering('verifying'),
      doubtSince: 600,
      gapCause: 'clock-jump',
      failures: 0,
      attempt: 4,
    },
  ],
  [
    'a gap in doubt keeps the earlier beginning: that of the doubt',
    doubtful,
    { type: 'gap-found', at, from: 800, cause: 'sleep' },
    { ...recovering('verifying'), doubtSince: 700, gapCause: 'sleep', attempt: 4 },
  ],
  [
    'a gap in doubt keeps the earlier beginning: its own',
    doubtful,
    { type: 'gap-found', at, from: 600, cause: 'sleep' },
    { ...recovering('verifying'), doubtSince: 600, gapCause: 'sleep', attempt: 4 },
  ],
  [
    'a gap in a recovery begins a new one',
    recovering('reading'),
    { type: 'gap-found', at, from: 800, cause: 'sleep' },
    { ...recovering('verifying'), gapCause: 'sleep', attempt: 4 },
  ],
  [
    'a doubt after a failed check keeps beginning and cause of the gap',
    { ...recovering('verifying'), gapCause: 'sleep' },
    { type: 'verify-failed', at, attempt: 3, error: cut, lastContactAt: 940 },
    { ...doubtful, gapCause: 'sleep', failures: 3 },
  ],
  [
    'a doubt after a failed reading keeps them, too',
    { ...recovering('reading'), gapCause: 'sleep' },
    { type: 'catch-up-failed', at, attempt: 3, error: cut },
    { ...doubtful, gapCause: 'sleep', failures: 3 },
  ],
  [
    'nothing of the gap is left once everything was read',
    recovering('reading'),
    { type: 'caught-up', at, attempt: 3 },
    online,
  ],
  [
    'a sign-out keeps what it was asked for and when',
    doubtful,
    { type: 'sign-out-asked', at, cause: 'signed-out-at-quit' },
    { ...signingOut(doubtful), since: at, cause: 'signed-out-at-quit' },
  ],
  [
    'the session behind a sign-out changes, the sign-out does not',
    signingOut(online),
    { type: 'poll-failed', at, error: cut, lastContactAt: 940 },
    signingOut({ ...doubtful, doubtSince: 940, failures: 1 }),
  ],
  [
    'the end behind a sign-out has the cause that was asked for',
    signingOut(doubtful),
    { type: 'poll-answered', at, event: { type: 'shutdown', loginTime: null } },
    { phase: 'signed-out', ended: { cause: 'signed-out-by-user', at } },
  ],
]

describe('what a state knows', () => {
  it.each(cases)('%s', (_name, state, event, next) => {
    expect(reduceSession(state, event).state).toStrictEqual(next)
  })
})
