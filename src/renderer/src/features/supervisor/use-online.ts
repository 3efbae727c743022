import { computed } from 'vue'
import { useBridge } from '../../bridge/bridge.ts'
import { useCommand } from '../../bridge/use-command.ts'
import { useText } from '../../i18n/text.ts'
import { useRoster } from '../../stores/roster.ts'
import { useNow } from '../../stores/ticker.ts'
import { useSnapshot } from '../../stores/use-snapshot.ts'

/** Who is online as the roster says, and how old that is. */
export function useOnline() {
  const bridge = useBridge()
  const desk = useSnapshot()
  const roster = useRoster()
  const now = useNow()
  const { t, age } = useText()
  const refresh = useCommand(() => bridge.refreshRoster())

  const readAt = computed(() => roster.snapshot?.read.readAt ?? null)
  /** Null: nobody knows, also not while the gateway is silent and the roster is old. */
  const agents = computed(() =>
    desk.value.session.phase === 'online' && readAt.value !== null ? (roster.snapshot?.agents ?? null) : null,
  )
  const ageText = computed(() =>
    agents.value === null || readAt.value === null
      ? t('supervisor.onlineNotKnown')
      : t('supervisor.onlineAge', { age: age(readAt.value, now.value) }),
  )
  return { agents, ageText, refresh }
}
