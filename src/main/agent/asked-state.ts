import {
  requestable,
  usualRestSeconds,
  type AgentState,
  type StateRequest,
} from '../../shared/domain/agent.ts'
import type { AskedState } from './desk-state.ts'

/** A request for a state with everything that was left out of it. */
export function askedFor({ state, reason = null, restSeconds = usualRestSeconds }: StateRequest): AskedState {
  return { state, reason, restSeconds }
}

/** The particulars of a kept wish; they belong to it, because each wish replaces both. */
export function wishOf(asked: AskedState | null, wished: AgentState): AskedState | null {
  const state = requestable(wished)
  if (state === null) return null
  return asked?.state === state ? asked : askedFor({ state })
}

/** In the state asked for already: whether the wish is about another reason, or another end of a rest. */
export function changesReason(
  present: number | null,
  { state, reason = null, restSeconds }: StateRequest,
): boolean {
  if (state === 'busy') return reason !== null && reason !== present
  return state === 'rest' && (restSeconds !== undefined || (reason !== null && reason !== present))
}
