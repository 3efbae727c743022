import * as v from 'valibot'
import type { CallInfo, DayStatistics } from '../api/call-data-api.ts'
import {
  countOrNotSaid,
  emptyObject,
  identifier,
  orNotSaid,
  party,
  skillOrNone,
  timestamp,
  wholeNumber,
} from './scalars.ts'

const callSchema = v.pipe(
  v.looseObject({
    callid: identifier,
    caller: party,
    called: party,
    callskillid: skillOrNone,
    callfeature: orNotSaid(wholeNumber),
    begintime: timestamp,
    endtime: timestamp,
  }),
  v.transform((call): CallInfo => ({
    callId: call.callid,
    caller: call.caller,
    called: call.called,
    callSkillId: call.callskillid,
    feature: call.callfeature,
    beganAt: call.begintime,
    endedAt: call.endtime,
  })),
)

/**
 * Result of callinfo: one call object by client code; a list of several calls is read as well. No call is a list without
 * rows, null, or `{}`. A call that has ended is none of the present ones.
 */
export const presentCallsSchema: v.GenericSchema<unknown, readonly CallInfo[]> = v.pipe(
  v.union([
    v.nullish(v.array(callSchema), []),
    v.pipe(
      emptyObject,
      v.transform(() => []),
    ),
    v.pipe(
      callSchema,
      v.transform((call) => [call]),
    ),
  ]),
  v.transform((calls) => calls.filter(({ endedAt }) => endedAt === null)),
)

/** Result of callinfobycallid; null = there is none. */
export const callInfoSchema: v.GenericSchema<unknown, CallInfo | null> = v.union([
  v.nullish(callSchema, null),
  v.pipe(
    emptyObject,
    v.transform(() => null),
  ),
])

/** Result of statistics. A release may leave figures out, but not all of them. */
export const dayStatisticsSchema: v.GenericSchema<unknown, DayStatistics> = v.pipe(
  v.looseObject({
    talktime: countOrNotSaid,
    answernums: countOrNotSaid,
    noanswernums: countOrNotSaid,
    calloutnums: countOrNotSaid,
    intercallnums: countOrNotSaid,
    interhelpnums: countOrNotSaid,
    transfernums: countOrNotSaid,
    transferoutnums: countOrNotSaid,
    transferivrnums: countOrNotSaid,
    redirectnums: countOrNotSaid,
    keepnums: countOrNotSaid,
    agentrelease: countOrNotSaid,
    busynums: countOrNotSaid,
    busytime: countOrNotSaid,
    restnums: countOrNotSaid,
    resttime: countOrNotSaid,
    restoutnums: countOrNotSaid,
    restouttime: countOrNotSaid,
  }),
  v.transform((day): DayStatistics => ({
    talkSeconds: day.talktime,
    answeredCalls: day.answernums,
    unansweredCalls: day.noanswernums,
    callOuts: day.calloutnums,
    internalCalls: day.intercallnums,
    consultations: day.interhelpnums,
    transfers: day.transfernums,
    transfersOut: day.transferoutnums,
    transfersToIvr: day.transferivrnums,
    redirects: day.redirectnums,
    holds: day.keepnums,
    releasedByAgent: day.agentrelease,
    busyTimes: day.busynums,
    busySeconds: day.busytime,
    rests: day.restnums,
    restSeconds: day.resttime,
    overrunRests: day.restoutnums,
    overrunRestSeconds: day.restouttime,
  })),
  v.check((day) => Object.values(day).some((figure) => figure !== null), 'no figure'),
)
