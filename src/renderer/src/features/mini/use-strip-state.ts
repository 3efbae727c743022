import {
  CircleHelp,
  CircleMinus,
  CirclePause,
  Coffee,
  LogOut,
  NotebookPen,
  PhoneCall,
  PhoneIncoming,
  TriangleAlert,
  WifiOff,
} from '@lucide/vue'
import { computed, type Component, type ComputedRef } from 'vue'
import type { AgentState } from '../../../../shared/domain/agent.ts'
import { offeredPhase } from '../../../../shared/domain/shown-state.ts'
import { useText } from '../../i18n/text.ts'
import { useSnapshot } from '../../stores/use-snapshot.ts'
import type { Tone } from '../../ui/tone.ts'
import { stateTones } from '../agent-state/state-tones.ts'

/** What the strip says in large letters. */
export interface StripState {
  readonly text: string
  readonly icon: Component
  readonly tone: Tone
  /** Since when, while a running time says something that holds; milliseconds since 1970. */
  readonly since: number | null
  /** Nobody can work before the whole window was looked at. */
  readonly needsWindow: boolean
}

const stateIcons: Readonly<Record<AgentState, Component>> = {
  unknown: CircleHelp,
  'signed-out': LogOut,
  idle: CirclePause,
  busy: CircleMinus,
  'wrap-up': NotebookPen,
  talking: PhoneCall,
  rest: Coffee,
  'rest-requested': Coffee,
}

/** The agent's state at a glance, or what is wrong with the session. */
export function useStripState(): ComputedRef<StripState> {
  const snapshot = useSnapshot()
  const { t } = useText()

  return computed(() => {
    const { session, agentState, call } = snapshot.value
    const { phase } = session
    if (phase !== 'online') {
      const isBad = phase === 'taken-over' || phase === 'ended'
      const isSilent = phase === 'doubtful' || phase === 'recovering'
      return {
        text: t(`mini.phases.${phase}`),
        icon: isBad ? TriangleAlert : isSilent ? WifiOff : LogOut,
        tone: isBad ? 'red' : isSilent ? 'amber' : 'grey',
        since: null,
        needsWindow: isBad || phase === 'signed-out',
      }
    }
    const offered = offeredPhase(snapshot.value)
    if (offered !== null && call !== null) {
      const text = t(`agentState.offered.${offered}`)
      return { text, icon: PhoneIncoming, tone: 'blue', since: call.since, needsWindow: false }
    }
    const isInDoubt = agentState.verdict === 'doubted'
    const state = agentState.effective ?? 'unknown'
    return {
      text: t(`agentStates.${state}`),
      icon: stateIcons[state],
      tone: isInDoubt ? 'grey' : stateTones[state],
      since: isInDoubt ? null : agentState.since,
      needsWindow: false,
    }
  })
}
