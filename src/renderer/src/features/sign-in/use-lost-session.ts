import { shallowRef, watch, type ShallowRef } from 'vue'
import type { SessionView } from '../../../../shared/domain/session.ts'
import { useSnapshot } from '../../stores/use-snapshot.ts'

/** A session that ended without the agent's doing. */
export type LostSession = Extract<SessionView, { readonly phase: 'taken-over' | 'ended' }>

/**
 * The session to come back to, or null. It is remembered while the way back is tried, so that the screen does not change to
 * the form and back when the gateway says no.
 */
export function useLostSession(): Readonly<ShallowRef<LostSession | null>> {
  const snapshot = useSnapshot()
  const lost = shallowRef<LostSession | null>(null)
  watch(
    () => snapshot.value.session,
    (session) => {
      if (session.phase === 'taken-over' || session.phase === 'ended') lost.value = session
      else if (session.phase !== 'signing-in') lost.value = null
    },
    { immediate: true },
  )
  return lost
}
