import * as v from 'valibot'
import { ok } from '../../../shared/result.ts'
import { always, reading, type EventReaders, type ReadEvent } from './event-content.ts'
import { identifier, orNotSaid, wholeNumber } from './scalars.ts'

const reasonSchema = v.looseObject({ reason: orNotSaid(wholeNumber) })
const shutdownSchema = v.looseObject({ loginTime: orNotSaid(identifier) })

/** Busy reason 3: an inspector did it (cec_07_1346). */
const forcedReason = 3

const idle =
  (isForced: boolean): ReadEvent =>
  (_content, name) =>
    ok({ type: 'idle', isForced, name })

const busy = (isForced: boolean): ReadEvent =>
  reading(reasonSchema, ({ reason }) => ({
    type: 'busy',
    reason,
    isForced: isForced || reason === forcedReason,
  }))

export const stateEventReaders: EventReaders = {
  AgentOther_InService: always({ type: 'in-service' }),
  AgentOther_ShutdownService: reading(shutdownSchema, ({ loginTime }) => ({ type: 'shutdown', loginTime })),
  AgentState_Ready: idle(false),
  AgentState_CancelNotReady_Success: idle(false),
  AgentState_CancelWork_Success: idle(false),
  AgentState_CancelRest_Success: idle(false),
  AgentState_Force_Ready: idle(true),
  AgentState_SetNotReady_Success: busy(false),
  AgentState_Force_SetNotReady: busy(true),
  AgentState_Work: always({ type: 'wrap-up', isRequested: false }),
  AgentState_SetWork_Success: always({ type: 'wrap-up', isRequested: true }),
  AgentState_SetRest_Success: reading(reasonSchema, ({ reason }) => ({ type: 'rest', reason })),
  AgentState_Rest_Timeout: always({ type: 'rest-over' }),
  AgentState_Busy: always({ type: 'occupied' }),
  AgentEvent_Agent_Occupyed: always({ type: 'reserved-for-campaign' }),
}
