import type { WaitingCall } from '../../../../shared/domain/waiting.ts'

/**
 * Clocks this close are taken for equal. The gateway counts whole seconds and its queues are read one after another, so
 * smaller differences are only noise and would make every wait jump at each reading. Milliseconds.
 */
const closeEnoughMs = 3000

/**
 * How far the gateway's clock is ahead of ours, in milliseconds: a call that entered at `enteredAt` and had waited
 * `waitedSeconds` tells what the gateway's clock showed when the list was read. The latest of these is the best one, since
 * counts are rounded down and earlier queues were read before `readAt`.
 */
export function gatewayClockLead(calls: readonly WaitingCall[], readAt: number | null): number {
  if (readAt === null) return 0
  const clocks = calls.flatMap(({ enteredAt, waitedSeconds }) =>
    enteredAt === null ? [] : [enteredAt + waitedSeconds * 1000],
  )
  if (clocks.length === 0) return 0
  const lead = Math.max(...clocks) - readAt
  return Math.abs(lead) < closeEnoughMs ? 0 : lead
}

/**
 * Seconds a call has waited by now. Counted from when it entered, so that calls placed together stay together although
 * their queues are read at different moments; the list's own count plus its age serves where that time is not given.
 */
export function waitedSeconds(
  call: WaitingCall,
  readAt: number | null,
  now: number,
  clockLead: number,
): number {
  if (call.enteredAt !== null) return Math.max(0, now + clockLead - call.enteredAt) / 1000
  return call.waitedSeconds + (readAt === null ? 0 : Math.max(0, now - readAt) / 1000)
}
