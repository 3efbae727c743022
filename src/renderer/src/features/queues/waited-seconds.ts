import type { ListedCall } from '../../../../shared/domain/waiting.ts'

/**
 * Clocks this close are taken for equal. The gateway counts whole seconds and its queues are read one after another, so
 * smaller differences are only noise and would make every wait jump at each reading. Milliseconds.
 */
const closeEnoughMs = 3000

/**
 * How far the gateway's clock is ahead of ours, in milliseconds: a call that entered at `enteredAt` and had waited
 * `waitedSeconds` tells what the gateway's clock showed when its queue was read. The latest of these is the best one, since
 * counts are rounded down.
 */
export function gatewayClockLead(calls: readonly ListedCall[]): number {
  let lead = Number.NEGATIVE_INFINITY
  for (const { enteredAt, waitedSeconds, readAt } of calls) {
    if (enteredAt !== null) lead = Math.max(lead, enteredAt + waitedSeconds * 1000 - readAt)
  }
  return Math.abs(lead) < closeEnoughMs || !Number.isFinite(lead) ? 0 : lead
}

/**
 * Seconds a call has waited by now. Counted from when it entered, so that calls placed together stay together although
 * their queues are read at different moments; the gateway's own count plus its age serves where that time is not given.
 */
export function waitedSeconds(call: ListedCall, now: number, clockLead: number): number {
  if (call.enteredAt !== null) return Math.max(0, now + clockLead - call.enteredAt) / 1000
  return call.waitedSeconds + Math.max(0, now - call.readAt) / 1000
}
