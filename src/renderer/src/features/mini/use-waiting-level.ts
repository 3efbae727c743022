import { computed, type ComputedRef } from 'vue'
import {
  loudest,
  queueLevel,
  thresholdOf,
  type QueueLevel,
} from '../../../../shared/domain/queue-thresholds.ts'
import type { WaitingCall } from '../../../../shared/domain/waiting.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { useNow } from '../../stores/ticker.ts'
import { useSnapshot } from '../../stores/use-snapshot.ts'

/** How loudly the waiting calls call, by the thresholds of their queues. */
export function useWaitingLevel(): ComputedRef<QueueLevel> {
  const snapshot = useSnapshot()
  const preferences = usePreferences()
  const now = useNow()

  return computed(() => {
    const { calls, read } = snapshot.value.waiting
    const age = read.readAt === null ? 0 : Math.max(0, (now.value - read.readAt) / 1000)
    const byQueue = Map.groupBy(calls, ({ skillId }: WaitingCall) => skillId)
    return loudest(
      [...byQueue].map(([skillId, waiting]) =>
        queueLevel(
          {
            skillId,
            waitingCalls: waiting.length,
            longestWaitSeconds: Math.max(...waiting.map((call) => call.waitedSeconds)) + age,
            agentsOn: 0,
            agentsFree: 0,
          },
          thresholdOf(preferences.values.thresholds, skillId),
        ),
      ),
    )
  })
}
