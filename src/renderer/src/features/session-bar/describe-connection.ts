import { CircleDashed, PlugZap, RefreshCw, TriangleAlert } from '@lucide/vue'
import type { SessionView } from '../../../../shared/domain/session.ts'
import type { Text } from '../../i18n/text.ts'
import type { Tone } from '../../ui/tone.ts'

/** The connection at a glance: a drawing, a colour and a few words, with clock times only. */
export interface ConnectionDescription {
  readonly icon: typeof PlugZap
  readonly tone: Tone
  readonly text: string
}

/** Says how it stands with the gateway, for the phases in which the session bar is shown. */
export function describeConnection(session: SessionView, { t, clock }: Text): ConnectionDescription {
  switch (session.phase) {
    case 'online':
      return {
        icon: PlugZap,
        tone: 'green',
        text: t('session.connectedSince', { time: clock(session.since) }),
      }
    case 'doubtful':
      return {
        icon: TriangleAlert,
        tone: 'red',
        text: t('session.doubtful', { time: clock(session.doubtSince) }),
      }
    case 'recovering':
      return { icon: RefreshCw, tone: 'blue', text: t('session.recovering') }
    case 'signed-out':
    case 'signing-in':
    case 'signing-out':
    case 'taken-over':
    case 'ended':
      return { icon: CircleDashed, tone: 'grey', text: t('session.signingOut') }
  }
}
