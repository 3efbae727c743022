import type { GatewayResult } from './gateway-result.ts'

/** A call of the agent as the gateway describes it (protocol 9). */
export interface CallInfo {
  readonly callId: string
  /** Empty = the number is withheld; null = not said. */
  readonly caller: string | null
  readonly called: string | null
  /** The queue it came through; null for a call that came through none. */
  readonly callSkillId: number | null
  /** Call type: 0 incoming, 6 internal, 7 outgoing and others (cec_07_0582). */
  readonly feature: number | null
  /** Milliseconds since 1970 by the gateway's clock. */
  readonly beganAt: number | null
  /** The same for the end; null while the call goes on. */
  readonly endedAt: number | null
}

/**
 * What the agent did today. Times are seconds; null = this release does not say. The meaning of `redirects` and of the
 * two figures about overrun rests is read from the names of their fields.
 */
export interface DayStatistics {
  readonly talkSeconds: number | null
  readonly answeredCalls: number | null
  readonly unansweredCalls: number | null
  readonly callOuts: number | null
  readonly internalCalls: number | null
  readonly consultations: number | null
  readonly transfers: number | null
  readonly transfersOut: number | null
  readonly transfersToIvr: number | null
  readonly redirects: number | null
  readonly holds: number | null
  readonly releasedByAgent: number | null
  readonly busyTimes: number | null
  readonly busySeconds: number | null
  readonly rests: number | null
  readonly restSeconds: number | null
  readonly overrunRests: number | null
  readonly overrunRestSeconds: number | null
}

/** What the gateway knows about calls (protocol 9). */
export interface CallDataApi {
  /** The calls the agent has at this moment; calls that have ended are left out. */
  callInfo(agentId: string): GatewayResult<readonly CallInfo[]>
  /** One call, ended or not; null = the gateway has no data of it. */
  callInfoById(agentId: string, callId: string): GatewayResult<CallInfo | null>
  dayStatistics(agentId: string): GatewayResult<DayStatistics>
}
