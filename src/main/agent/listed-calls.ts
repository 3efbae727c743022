import type { ListedCall, WaitingCall } from '../../shared/domain/waiting.ts'

/** Longest wait first; calls without a time stamp by the seconds the gateway gave. */
export function sortByWait<C extends WaitingCall>(calls: readonly C[]): readonly C[] {
  return [...calls].sort((a, b) => {
    if (a.enteredAt !== null && b.enteredAt !== null && a.enteredAt !== b.enteredAt)
      return a.enteredAt - b.enteredAt
    return b.waitedSeconds - a.waitedSeconds || a.callId.localeCompare(b.callId)
  })
}

/**
 * The list after one queue was read: these calls wait in it, and nobody else does. A call waits in one queue only, so that
 * one that was listed elsewhere has moved.
 */
export function placeQueue(
  calls: readonly ListedCall[],
  skillId: number,
  found: readonly WaitingCall[],
  readAt: number,
): readonly ListedCall[] {
  const ids = new Set(found.map(({ callId }) => callId))
  const others = calls.filter((call) => call.skillId !== skillId && !ids.has(call.callId))
  return sortByWait([...others, ...found.map((call) => ({ ...call, readAt }))])
}

/** The list after a whole reading: what it did not show waits no more, except in queues that could not be read. */
export function onlySeenSince(
  calls: readonly ListedCall[],
  beganAt: number,
  unread: ReadonlySet<number>,
): readonly ListedCall[] {
  return calls.filter(({ readAt, skillId }) => readAt >= beganAt || unread.has(skillId))
}
