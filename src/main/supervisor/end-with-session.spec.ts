import { describe, expect, it } from 'vitest'
import type { SessionState } from '../session/session-state.ts'
import { FakeDesk, snapshotOf } from '../ipc/testing/fake-desk.ts'
import { endWithSession } from './end-with-session.ts'

const online = (agentId: string): SessionState => ({
  phase: 'online',
  agentId,
  since: 0,
  loginTime: null,
  attempt: 0,
  isAlwaysOffHook: true,
  passwordDaysLeft: null,
  isPasswordChangeForced: false,
})
const ended = (agentId: string): SessionState => ({
  phase: 'ended',
  agentId,
  ended: { cause: 'silent-too-long', at: 1 },
})
const signedOut: SessionState = { phase: 'signed-out', ended: null }

/** How often the supervisor's desk is disconnected after these sessions, each with whether there is a way back. */
function disconnections(
  sessions: readonly (readonly [SessionState, canReturn?: boolean])[],
  hasCredentials = true,
): number {
  const desk = new FakeDesk()
  let count = 0
  const undo = endWithSession(desk, {
    disconnect: async () => {
      count += 1
    },
  })
  const { supervisor } = desk.snapshot
  for (const [session, canReturn = false] of sessions) {
    desk.change(snapshotOf({ session, canReturn, supervisor: { ...supervisor, hasCredentials } }))
  }
  undo()
  desk.change(snapshotOf({ session: signedOut, supervisor: { ...supervisor, hasCredentials: true } }))
  return count
}

describe('endWithSession', () => {
  it.each<[what: string, expected: number, sessions: readonly (readonly [SessionState, boolean?])[]]>([
    ['at the sign-out', 1, [[online('101')], [signedOut]]],
    ['where the way back is given up', 1, [[online('101')], [ended('101'), true], [ended('101'), false]]],
    ['when another agent signs in', 1, [[online('101')], [ended('101'), true], [online('102')]]],
    ['not while the agent can come back', 0, [[online('101')], [ended('101'), true]]],
    ['not when the same agent is back', 0, [[online('101')], [ended('101'), true], [online('101')]]],
    ['not at the first sign-in', 0, [[online('101')]]],
  ])('disconnects %s', (_what, expected, sessions) => {
    expect(disconnections(sessions)).toBe(expected)
  })

  it('does nothing where nothing is connected', () => {
    expect(disconnections([[online('101')], [signedOut], [online('102')]], false)).toBe(0)
  })
})
