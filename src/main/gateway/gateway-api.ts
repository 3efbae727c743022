import type { AgentStateApi } from './api/agent-state-api.ts'
import type { CallDataApi } from './api/call-data-api.ts'
import type { QueueApi } from './api/queue-api.ts'
import type { RosterApi } from './api/roster-api.ts'
import type { SignInApi } from './api/sign-in-api.ts'
import type { VoiceApi } from './api/voice-api.ts'

export type { AgentStateApi, BusyReason, RestReason } from './api/agent-state-api.ts'
export type { CallDataApi, CallInfo, DayStatistics } from './api/call-data-api.ts'
export type { CallMedia, CallTransfer } from './api/call-transfer.ts'
export type { GatewayResult } from './api/gateway-result.ts'
export type { QueueFigures } from '../../shared/domain/queues.ts'
export type { QueueApi, SkillSelection } from './api/queue-api.ts'
export type { RosterAgentAnswer, RosterApi, RosterQueueAnswer } from './api/roster-api.ts'
export type { SignInAnswer, SignInApi, SignInRequest } from './api/sign-in-api.ts'
export type { CallOutRequest, VoiceApi } from './api/voice-api.ts'

/**
 * One agent's view of the gateway: typed methods, no policy. It keeps the Guid (adopting every `Set-GUID`), sends what
 * it is told once, never repeats by itself, and never throws: every failure is a `GatewayError`.
 * Commands and queries share one connection pool; the event poll has its own (protocol 2.7).
 */
export interface GatewayApi extends SignInApi, AgentStateApi, QueueApi, RosterApi, CallDataApi, VoiceApi {
  /**
   * Drops every connection at once, for instance after sleep; the next request opens new ones. Answers that have arrived
   * by now are still read: an event in one of them would be lost for good.
   */
  dropConnections(): Promise<void>
  /** Aborts what is under way and closes the connections for good. */
  dispose(): Promise<void>
}
