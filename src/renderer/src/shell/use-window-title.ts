import { computed, watchEffect } from 'vue'
import { offeredPhase } from '../../../shared/domain/shown-state.ts'
import { useText } from '../i18n/text.ts'
import { useDesk } from '../stores/desk.ts'
import { useWaitingCount } from '../stores/use-waiting-count.ts'

/** The title carries the state, so that the task bar and the window list tell it without the window. */
export function useWindowTitle(): void {
  const desk = useDesk()
  const waitingCount = useWaitingCount()
  const { t } = useText()

  const title = computed(() => {
    const snapshot = desk.snapshot
    if (snapshot === null) return t('app.name')
    const { session } = snapshot
    switch (session.phase) {
      case 'signed-out':
        return t('title.signedOut')
      case 'signing-in':
        return t('title.signingIn')
      case 'signing-out':
        return t('title.signingOut')
      case 'doubtful':
        return t('title.doubtful')
      case 'recovering':
        return t('title.recovering')
      case 'taken-over':
      case 'ended':
        return t(session.ended.cause === 'held-elsewhere' ? 'title.heldElsewhere' : 'title.ended')
      case 'online': {
        const offered = offeredPhase(snapshot)
        const state =
          offered === null
            ? t(`agentStates.${snapshot.agentState.effective ?? 'unknown'}`)
            : t(`agentState.offered.${offered}`)
        const count = waitingCount.value
        return count > 0 ? t('title.waiting', { count, state }) : t('title.plain', { state })
      }
    }
  })

  watchEffect(() => {
    document.title = title.value
  })
}
