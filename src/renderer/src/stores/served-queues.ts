import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { isSignedIn } from '../../../shared/domain/session.ts'
import { useDesk } from './desk.ts'

/**
 * The queues this agent was seen to serve in this session, as far as this window knows: one of them that is missing was
 * taken away. It knows nothing from before it was opened, except what the report of an absence says.
 */
export const useServedQueues = defineStore('served-queues', () => {
  const desk = useDesk()
  const ids = shallowRef<ReadonlySet<number>>(new Set())
  let known: string | null = null

  watch(
    () => desk.snapshot,
    (snapshot) => {
      if (snapshot === null) return
      const { session, skills, absence } = snapshot
      const now = isSignedIn(session) ? `${session.agentId}/${session.since}` : null
      const before = now === known ? ids.value : new Set<number>()
      known = now
      const lost = (absence?.changes ?? []).flatMap((change) =>
        change.kind === 'queues-lost' ? change.skillIds : [],
      )
      const fresh = now === null ? [] : [...(skills.line.seen?.value ?? []), ...lost]
      if (before !== ids.value || fresh.some((id) => !before.has(id)))
        ids.value = new Set([...before, ...fresh])
    },
    // At once: the next snapshot may have lost what this one shows.
    { immediate: true, flush: 'sync' },
  )

  return { ids }
})
