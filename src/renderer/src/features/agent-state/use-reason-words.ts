import { platformBusyReason, type AgentState } from '../../../../shared/domain/agent.ts'
import { useText } from '../../i18n/text.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { useSnapshot } from '../../stores/use-snapshot.ts'

/** The agent's own request; the state says as much by itself. */
const ownRequest = 1

export interface ReasonWords {
  /** The name of a reason that people gave; its number where nobody did. Null = there is nothing to name. */
  readonly name: (state: AgentState, reason: number | null) => string | null
  /** One sentence why the agent is in a state; null = nothing to say. */
  readonly because: (state: AgentState, reason: number | null) => string | null
}

/** Names reasons: of busy by the configuration of this desk, of rest by the gateway's own list. */
export function useReasonWords(): ReasonWords {
  const snapshot = useSnapshot()
  const preferences = usePreferences()
  const { t } = useText()

  function name(state: AgentState, reason: number | null): string | null {
    if (reason === null || reason === 0) return null
    if (state === 'busy') {
      if (reason === ownRequest || platformBusyReason(reason) !== null) return null
      const named = preferences.values.busyReasons.find(({ code }) => code === reason)
      return named?.name ?? t('agentState.reasonCode', { code: String(reason) })
    }
    if (state !== 'rest' && state !== 'rest-requested') return null
    const named = snapshot.value.agentState.restReasons.find(({ id }) => id === reason)
    return named?.text ?? t('agentState.reasonCode', { code: String(reason) })
  }

  function because(state: AgentState, reason: number | null): string | null {
    const platform = state === 'busy' ? platformBusyReason(reason) : null
    if (platform !== null) return t(`agentState.busyReasons.${platform}`)
    const named = name(state, reason)
    return named === null ? null : t('agentState.because', { reason: named })
  }

  return { name, because }
}
