import type { NewJournalEntry } from '../../shared/domain/journal.ts'
import type { Result } from '../../shared/result.ts'
import type { GatewayApi, GatewayResult } from '../gateway/gateway-api.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import type { SessionState } from './session-state.ts'

/** What the session tells its owner; called synchronously, in order. */
export interface SessionListener {
  sessionChanged(state: SessionState, previous: SessionState): void
  gatewayEvent(event: GatewayEvent, at: number): void
  /**
   * Asked after a gap, when its events have been told: reads everything anew. Fails only with the silence of the gateway;
   * what it refuses to tell is left out.
   */
  catchUp(): Promise<Result<null, GatewayError>>
}

/** Where what happens is written down. */
export interface JournalPort {
  record(entry: NewJournalEntry): void
}

export interface SessionLog {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void
}

/** One request under a session. Gets the gateway and the agent ID of the session it runs in. */
export type SessionRequest<T> = (gateway: GatewayApi, agentId: string) => GatewayResult<T>
