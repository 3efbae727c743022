import * as v from 'valibot'
import type { WaitingCall } from '../../../shared/domain/waiting.ts'
import type { QueueFigures } from '../../../shared/domain/queues.ts'
import {
  count,
  countOrNotSaid,
  emptyObject,
  identifier,
  listOf,
  orNotSaid,
  text,
  timestamp,
  wholeNumber,
} from './scalars.ts'

/** An answer without calls may be a list, null, or the `{}` of interfaces without a result (undocumented). */
const noCalls = v.pipe(
  emptyObject,
  v.transform(() => []),
)

/**
 * Result of waitcallinfo for one queue (cec_07_0429). Without `callskillid` a call belongs to the queue that was asked
 * for. One of the two times must be there: without both the longest wait cannot be told.
 */
export function waitingCallsSchema(askedSkillId: number): v.GenericSchema<unknown, readonly WaitingCall[]> {
  const row = v.pipe(
    v.looseObject({
      callid: identifier,
      callskillid: orNotSaid(wholeNumber),
      caller: text,
      called: text,
      begintime: timestamp,
      logontimes: countOrNotSaid,
      userPriority: orNotSaid(wholeNumber),
      mediaType: orNotSaid(wholeNumber),
    }),
    v.check((call) => call.begintime !== null || call.logontimes !== null, 'no time'),
    v.transform((call): WaitingCall => ({
      callId: call.callid,
      skillId: call.callskillid ?? askedSkillId,
      caller: call.caller,
      called: call.called,
      enteredAt: call.begintime,
      waitedSeconds: call.logontimes ?? 0,
      priority: call.userPriority,
      mediaType: call.mediaType,
    })),
  )
  return v.union([listOf(row), noCalls])
}

/** Result of queryacdstat (cec_07_0411). An empty queue may leave out how long its oldest call has waited. */
export const queueFiguresSchema: v.GenericSchema<unknown, readonly QueueFigures[]> = listOf(
  v.pipe(
    v.looseObject({
      deviceNo: wholeNumber,
      queueSize: count,
      queueTime: countOrNotSaid,
      loggedOnAgents: count,
      availAgents: count,
    }),
    v.check((queue) => queue.queueTime !== null || queue.queueSize === 0, 'no waiting time'),
    v.transform((queue): QueueFigures => ({
      skillId: queue.deviceNo,
      waitingCalls: queue.queueSize,
      longestWaitSeconds: queue.queueTime ?? 0,
      agentsOn: queue.loggedOnAgents,
      agentsFree: queue.availAgents,
    })),
  ),
)
