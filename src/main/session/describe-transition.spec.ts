import { describe, expect, it } from 'vitest'
import { describeTransition, isTransition } from './describe-transition.ts'
import { reduceSession } from './reduce-session.ts'
import type { SessionEvent, SessionState } from './session-state.ts'
import { at, doubtful, events, online, recovering, signingOut, states } from './testing/machine-examples.ts'

function entryOf(previous: SessionState, event: SessionEvent) {
  const { state } = reduceSession(previous, event)
  return describeTransition(state, previous, event)
}

describe('describeTransition', () => {
  it('says of a failed way back that the sign-in failed, not why the session had ended before', () => {
    for (const state of states['signing-in (again)'] ?? []) {
      const entry = entryOf(state, { type: 'sign-in-failed', at, error: { kind: 'timed-out' } })
      expect(entry).toMatchObject({
        cause: 'sign-in-failed',
        details: { from: 'signing-in', error: 'timed-out' },
      })
    }
  })

  it('says of an end why it came', () => {
    const held = events['sign-in failed: 100-002']?.[0]
    const again = states['signing-in (again)']?.[0]
    if (held === undefined || again === undefined) throw new Error('no example')
    expect(entryOf(again, held)).toMatchObject({
      name: 'taken-over',
      cause: 'held-elsewhere',
      details: { error: 'refused', retcode: '100-002' },
    })
    expect(entryOf(signingOut(online), { type: 'sign-out-done', at })).toEqual({
      kind: 'transition',
      name: 'signed-out',
      cause: 'signed-out-by-user',
      details: { from: 'signing-out' },
    })
  })

  it('has a cause for every transition there is', () => {
    const causes = Object.values(states)
      .flat()
      .flatMap((state) =>
        Object.values(events)
          .flat()
          .map((event) => ({ state, event, next: reduceSession(state, event).state })),
      )
      .filter(({ state, next }) => isTransition(next, state))
      .map(({ state, event, next }) => describeTransition(next, state, event).cause)
    expect(causes.length).toBeGreaterThan(300)
    expect(causes.filter((cause) => cause === null || !/^[a-z-]+$/.test(cause))).toEqual([])
  })
})

describe('isTransition', () => {
  it.each<[string, SessionState, SessionState, boolean]>([
    ['a failure more in the same doubt', { ...doubtful, failures: 3 }, doubtful, false],
    ['a further step of the same recovery', recovering('reading'), recovering('draining'), false],
    ['a change behind a sign-out', signingOut(doubtful), signingOut(online), false],
    ['another phase', doubtful, online, true],
    [
      'a further gap within a recovery',
      { ...recovering('verifying'), attempt: 4 },
      recovering('reading'),
      true,
    ],
  ])('%s', (_name, state, previous, expected) => {
    expect(isTransition(state, previous)).toBe(expected)
  })
})
