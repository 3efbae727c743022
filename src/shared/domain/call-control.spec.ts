import { expect, it } from 'vitest'
import { callRefusal, type CallActions } from './call-control.ts'
import type { SessionView } from './session.ts'

const signedIn = {
  agentId: '101',
  since: 1,
  isAlwaysOffHook: true,
  passwordDaysLeft: null,
  isPasswordChangeForced: false,
} as const
const online: SessionView = { phase: 'online', ...signedIn }
const silent: SessionView = { phase: 'doubtful', ...signedIn, doubtSince: 2, error: { code: 'timed-out' } }
const recovering: SessionView = { phase: 'recovering', ...signedIn, doubtSince: 2, gapCause: 'sleep' }
const ended = { cause: 'shut-down', at: 2 } as const

const actions: CallActions = {
  answer: 'already-answered',
  hold: null,
  retrieve: 'not-on-hold',
  mute: null,
  unmute: 'not-muted',
  release: null,
  'pick-up': 'already-answered',
  reject: 'already-answered',
}
const call = { actions }

it.each([
  ['signed out', { phase: 'signed-out', ended: null }, 'not-signed-in'],
  ['signed in elsewhere', { phase: 'taken-over', agentId: '101', ended, canReturn: true }, 'not-signed-in'],
  ['ended', { phase: 'ended', agentId: '101', ended, canReturn: true }, 'not-signed-in'],
  ['signing in', { phase: 'signing-in', agentId: '101', since: 1 }, 'session-changing'],
  ['signing out', { phase: 'signing-out', agentId: '101', since: 1 }, 'session-changing'],
  ['doubtful', silent, 'gateway-silent'],
  ['recovering', recovering, 'gateway-silent'],
] as const)('%s: the session is the reason, with a call and without one', (_what, session, reason) => {
  expect(callRefusal('hold', { session, call })).toBe(reason)
  expect(callRefusal('hold', { session, call: null })).toBe(reason)
})

it('online without a call, that is the reason', () => {
  expect(callRefusal('hold', { session: online, call: null })).toBe('no-call')
})

it.each([
  ['retrieve', 'not-on-hold'],
  ['answer', 'already-answered'],
  ['hold', null],
] as const)('%s on the present call: %s', (action, reason) => {
  expect(callRefusal(action, { session: online, call })).toBe(reason)
})
