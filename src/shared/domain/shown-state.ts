import type { AgentState } from './agent.ts'
import type { DeskSnapshot } from './desk-snapshot.ts'

/** A call that is offered and not answered yet. */
export type OfferedPhase = 'arriving' | 'ringing'

/** What an agent's work looks like at a glance: his state, or the call that is on its way to him. */
export type ShownState = AgentState | OfferedPhase

/** The phase of a call that nobody has answered yet; null when there is none. */
export function offeredPhase({ call }: Pick<DeskSnapshot, 'call'>): OfferedPhase | null {
  return call?.phase === 'arriving' || call?.phase === 'ringing' ? call.phase : null
}

/** The gateway counts an agent as talking from the moment a call is offered to him; whoever looks must not think so. */
export function shownState(snapshot: Pick<DeskSnapshot, 'agentState' | 'call'>): ShownState {
  return offeredPhase(snapshot) ?? snapshot.agentState.effective ?? 'unknown'
}
