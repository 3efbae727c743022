import type { AgentState } from '../../shared/domain/agent.ts'
import { isSilence } from '../session/end-cause.ts'
import type { GatewaySession } from '../session/gateway-session.ts'
import type { Clock } from '../time/clock.ts'
import type { DeskStore } from './desk-store.ts'
import { isHiddenWhileIdle } from './project-snapshot.ts'

interface Sight {
  /** The gateway may hide who waits: the agent is idle, or nobody knows. */
  readonly isBlind: boolean
  /** The agent's state; null when the gateway does not tell it. */
  readonly state: AgentState | null
}

/**
 * Reads lists of waiting calls, and says whether an empty one proves anything. An idle agent is given empty lists, so his
 * state is read before and after; one who was idle only in between may have been given them all the same. So it is as good
 * as idle when the two states differ, or when he was seen idle meanwhile.
 */
export async function readInSight<T>(
  deps: { readonly store: DeskStore; readonly session: GatewaySession; readonly clock: Clock },
  read: () => Promise<T>,
): Promise<{ readonly value: T; readonly isBlind: boolean }> {
  const beganAt = deps.clock.now()
  let hasBeenIdle = false
  const unsubscribe = deps.store.subscribe(({ agentState }) => {
    const { seen } = agentState.line
    if (seen?.value === 'idle' && seen.at >= beganAt) hasBeenIdle = true
  })
  const before = await look(deps)
  const value = await read()
  // Once blind is enough: nothing that is read now gives the lists their worth back.
  const after = before.isBlind ? before : await look(deps)
  unsubscribe()
  const hasChanged = before.state !== null && after.state !== null && before.state !== after.state
  return { value, isBlind: before.isBlind || after.isBlind || hasChanged || hasBeenIdle }
}

async function look({
  store,
  session,
}: {
  readonly store: DeskStore
  readonly session: GatewaySession
}): Promise<Sight> {
  const status = await session.query((gateway, agentId) => gateway.agentStatus(agentId))
  if (status.ok && status.value.state !== 'unknown') {
    const { state, isInCall } = status.value
    // A rest that waits to be granted hides what the agent does meanwhile: without a call he may well be idle.
    return { isBlind: state === 'idle' || (state === 'rest-requested' && !isInCall), state }
  }
  return { isBlind: (!status.ok && isSilence(status.error)) || isHiddenWhileIdle(store.state), state: null }
}
