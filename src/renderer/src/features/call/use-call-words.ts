import { computed, type ComputedRef } from 'vue'
import type { CallView } from '../../../../shared/domain/call.ts'
import { useText } from '../../i18n/text.ts'
import { useNow } from '../../stores/ticker.ts'
import { useQueueName } from '../../stores/use-queue-name.ts'
import { mediumOf } from './call-buttons.ts'

/** What the strip says of a call. */
export interface CallWords {
  /** The other party, or why none is named; null while the number may still come. */
  readonly caller: string | null
  /** Phase, and whether the agent is heard. */
  readonly phase: string
  /** Queue, kind, medium, who passed it on: what is not ordinary. */
  readonly about: string
  /** How long the phase has lasted. */
  readonly lasts: string
  /** How long the two have been connected, where that is longer than the phase. */
  readonly total: string | null
}

/** Says who, which queue, how long; ticks each second. */
export function useCallWords(call: () => CallView | null): ComputedRef<CallWords | null> {
  const { t, duration } = useText()
  const now = useNow()
  const queueName = useQueueName()
  const since = (at: number): string => duration((now.value - at) / 1000)

  function callerOf({ caller, phase, isPhoneRinging }: CallView): string | null {
    if (caller !== null) return caller === '' ? t('call.withheld') : caller
    // That a phone rings is told without the caller, who is told with the call itself.
    const mayStillCome = phase === 'arriving' || isPhoneRinging
    return mayStillCome ? null : t('call.unknownCaller')
  }

  function phaseOf({ phase, isMuted }: CallView): string {
    const word = t(`call.phases.${phase}`)
    if (phase !== 'talking' || isMuted === false) return word
    return `${word} · ${t(isMuted === true ? 'call.muted' : 'call.muteUnknown')}`
  }

  function aboutOf(present: CallView): string {
    const { kind, skillId, transferredBy } = present
    const medium = mediumOf(present)
    return [
      skillId === null ? null : queueName(skillId),
      // What comes in from outside is what a call is.
      kind === null || kind === 'incoming' ? null : t(`call.kinds.${kind}`),
      medium === null ? null : t(`call.media.${medium}`),
      transferredBy === null ? null : t('call.transferredBy', { who: transferredBy }),
    ]
      .filter((part) => part !== null)
      .join(' · ')
  }

  return computed(() => {
    const present = call()
    if (present === null) return null
    const { answeredAt, phase } = present
    const isConnected = phase === 'talking' || phase === 'held'
    const hasTotal = isConnected && answeredAt !== null && answeredAt < present.since
    return {
      caller: callerOf(present),
      phase: phaseOf(present),
      about: aboutOf(present),
      lasts: since(present.since),
      total: hasTotal ? t('call.lasts', { time: since(answeredAt) }) : null,
    }
  })
}
