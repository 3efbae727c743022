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
 * one that was listed elsewhere has moved. The very same list when nothing is new, so that nobody draws it again.
 */
export function placeQueue(
  calls: readonly ListedCall[],
  skillId: number,
  found: readonly WaitingCall[],
  readAt: number,
): readonly ListedCall[] {
  const before = new Map(calls.map((call) => [call.callId, call]))
  const listed = found.map((call): ListedCall => {
    const known = before.get(call.callId)
    return known !== undefined && isSame(known, call) ? known : { ...call, readAt }
  })
  const ids = new Set(found.map(({ callId }) => callId))
  const others = calls.filter((call) => call.skillId !== skillId && !ids.has(call.callId))
  const isUnchanged =
    others.length + listed.length === calls.length && listed.every((call) => before.get(call.callId) === call)
  return isUnchanged ? calls : sortByWait([...others, ...listed])
}

/** Nothing but the time has changed, which the window counts on by itself where it is known since when. */
function isSame(known: ListedCall, call: WaitingCall): boolean {
  return (
    call.enteredAt !== null &&
    call.enteredAt === known.enteredAt &&
    call.skillId === known.skillId &&
    call.caller === known.caller &&
    call.called === known.called &&
    call.priority === known.priority &&
    call.mediaType === known.mediaType
  )
}

/** The list after a whole reading: what it did not show waits no more, except in queues that could not be read. */
export function onlySeen(
  calls: readonly ListedCall[],
  seen: ReadonlySet<string>,
  unread: ReadonlySet<number>,
): readonly ListedCall[] {
  const left = calls.filter(({ callId, skillId }) => seen.has(callId) || unread.has(skillId))
  return left.length === calls.length ? calls : left
}
