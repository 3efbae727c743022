import { describe, expect, it } from 'vitest'
import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import { snapshotOf } from '../ipc/testing/fake-desk.ts'
import { waitingBadge, waitingGoodUntil } from './waiting-badge.ts'

const now = 100_000
const online = {
  phase: 'online',
  agentId: '101',
  since: 0,
  isAlwaysOffHook: true,
  passwordDaysLeft: null,
  isPasswordChangeForced: false,
} as const
const call = {
  callId: 'c',
  skillId: 1,
  caller: '',
  called: '',
  enteredAt: null,
  waitedSeconds: 1,
  readAt: 1,
  priority: null,
  mediaType: 5,
}

function snapshot(
  change: Partial<DeskSnapshot['waiting']>,
  session: DeskSnapshot['session'] = online,
): DeskSnapshot {
  const initial = snapshotOf()
  return { ...initial, session, waiting: { ...initial.waiting, ...change } }
}

const listAt = (readAt: number) => ({
  calls: [call],
  read: { isLoading: false, readAt, error: null },
})
const figuresAt = (readAt: number) => ({ queued: { count: 7, level: 'amber' as const, readAt } })

describe('the number on the icon', () => {
  it.each<[string, DeskSnapshot, number, number]>([
    ['nothing was ever read', snapshot({}), 0, 0],
    ['the list is fresh', snapshot({ ...listAt(now - 4_000), ...figuresAt(now) }), 1, now + 1_000],
    ['the list is old', snapshot(listAt(now - 5_000)), 0, 0],
    [
      'the list is old and the figures are not',
      snapshot({ ...listAt(now - 6_000), ...figuresAt(now - 30_000) }),
      7,
      now + 5_000,
    ],
    ['the figures are old too', snapshot(figuresAt(now - 35_000)), 0, now],
    [
      'the list is hidden from an idle agent',
      snapshot({ ...listAt(now), ...figuresAt(now), isHiddenWhileIdle: true }),
      7,
      now + 35_000,
    ],
    [
      'the list could not be read',
      snapshot({ ...listAt(now), read: { isLoading: false, readAt: now, error: { code: 'timed-out' } } }),
      0,
      0,
    ],
  ])('when %s', (_, desk, count, until) => {
    expect(waitingBadge(desk, now)).toBe(count)
    expect(waitingGoodUntil(desk, now)).toBe(until)
  })

  it('is none without a session that is heard of', () => {
    expect(waitingBadge(snapshot(figuresAt(now), { phase: 'signed-out', ended: null }), now)).toBe(0)
  })
})
