import type { AgentState, Presence } from './agent.ts'
import type { Call, CallPlace } from './call.ts'

/**
 * Told of what changes in a world, at the moment it changes: the truth that checkers compare a client's view with.
 * It must only take notes; the world is in the middle of a change.
 */
export interface WorldObserver {
  presenceBegan(atMs: number, agentId: string, presence: Presence): void
  /** `announced`: the client can still learn it from its events; `silent`: it cannot. */
  presenceEnded(atMs: number, agentId: string, manner: 'announced' | 'silent'): void
  stateChanged(atMs: number, agentId: string, state: AgentState): void
  /** An event is ready for the agent's client; whether it arrives is another matter. */
  eventEmitted(atMs: number, agentId: string, eventType: string, content: unknown): void
  /** The call is in another place now: a queue, with an agent. */
  callMoved(atMs: number, callid: string, place: CallPlace): void
  /** The call has left the centre; `call.place` is where it was last. */
  callEnded(atMs: number, call: Call): void
}
