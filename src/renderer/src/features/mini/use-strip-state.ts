import {
  CircleHelp,
  CircleMinus,
  CirclePause,
  Coffee,
  LogOut,
  MicOff,
  NotebookPen,
  Pause,
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
import { useCallWords } from '../call/use-call-words.ts'

/** What the strip says in large letters. */
export interface StripState {
  readonly text: string
  readonly icon: Component
  readonly tone: Tone
  /** Since when, while a running time says something that holds; milliseconds since 1970. */
  readonly since: number | null
  /** When the rest that was asked for is over; null = not resting, or nobody here knows. */
  readonly restUntil: number | null
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
  const callWords = useCallWords(() => snapshot.value.call)
  const { t } = useText()

  return computed(() => {
    const { session, agentState, call } = snapshot.value
    const { phase } = session
    const plain = { since: null, restUntil: null, needsWindow: false } as const
    if (phase !== 'online') {
      const isBad = phase === 'taken-over' || phase === 'ended'
      const isSilent = phase === 'doubtful' || phase === 'recovering'
      return {
        ...plain,
        text: t(`mini.phases.${phase}`),
        icon: isBad ? TriangleAlert : isSilent ? WifiOff : LogOut,
        tone: isBad ? 'red' : isSilent ? 'amber' : 'grey',
        needsWindow: isBad || phase === 'signed-out',
      }
    }
    const offered = offeredPhase(snapshot.value)
    if (offered !== null && call !== null) {
      const text = t(`agentState.offered.${offered}`)
      return { ...plain, text, icon: PhoneIncoming, tone: 'blue', since: call.since }
    }
    const state = agentState.effective ?? 'unknown'
    if (agentState.verdict === 'doubted')
      return { ...plain, text: t(`agentStates.${state}`), icon: stateIcons[state], tone: 'grey' }
    const known = { ...plain, tone: stateTones[state], since: agentState.since }
    if (state === 'talking' && call !== null && callWords.value !== null) {
      // Held and muted are not heard, so the strip must show them: it has no other place for it.
      const icon = call.phase === 'held' ? Pause : call.isMuted === true ? MicOff : PhoneCall
      return { ...known, text: callWords.value.phase, icon, since: call.since }
    }
    return {
      ...known,
      text: t(`agentStates.${state}`),
      icon: stateIcons[state],
      restUntil: state === 'rest' ? agentState.restUntil : null,
    }
  })
}
