import type { UnreadPart } from '../../shared/domain/absence.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'
import { isSilence } from '../session/end-cause.ts'
import type { AgentStateCommand } from './agent-state-command.ts'
import type { PresentCall } from './present-call.ts'
import type { RosterReader } from './roster-reader.ts'

/** The readers a gap makes necessary. */
export interface CatchUpDeps {
  readonly agentState: AgentStateCommand
  readonly roster: RosterReader
  readonly presentCall: PresentCall
}

/**
 * Reads everything anew after a gap: the agent's state, his queues and his call. Answers what could not be read. Fails when the gateway was silent about the state, or something else answered in its place: then the
 * gap is not over.
 */
export async function catchUp(deps: CatchUpDeps): Promise<Result<readonly UnreadPart[], GatewayError>> {
  const { agentState } = deps
  const [first, queues] = await Promise.all([agentState.readStateBetweenEvents(), deps.roster.refresh()])
  let state = first
  if (!state.ok && isSilence(state.error)) return err(state.error)
  // Where nothing makes sense it is not the gateway that speaks: the gap is not over.
  const isNonsense = !queues.ok && queues.error.code === 'malformed-answer'
  if (!state.ok && state.error.kind === 'malformed' && isNonsense) return err(state.error)
  // Whether there is a call is part of the state; only its particulars have to be asked for.
  const call = state.ok && state.value.isInCall ? await deps.presentCall.read() : ok(null)
  // An event of the gap that came while the rest was read tells of a moment that has gone; so does a reading of long ago.
  if (state.ok && !agentState.isFresh(state.value)) state = await agentState.readStateBetweenEvents()
  if (!state.ok && isSilence(state.error)) return err(state.error)
  const unread: UnreadPart[] = []
  if (!state.ok) unread.push('state')
  if (!queues.ok) unread.push('queues')
  if (!state.ok || !call.ok) unread.push('call')
  return ok(unread)
}
