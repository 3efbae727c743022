import { Ban, CircleCheck, CircleQuestionMark, LoaderCircle, PhoneOff, UserCheck } from '@lucide/vue'
import type { TransferOutcome } from '../../../../shared/domain/waiting.ts'
import type { Tone } from '../../ui/tone.ts'

/** How an outcome looks; the words beside it say the same. */
export const outcomeLooks: Record<TransferOutcome, { readonly tone: Tone; readonly icon: typeof Ban }> = {
  'in-progress': { tone: 'blue', icon: LoaderCircle },
  moved: { tone: 'green', icon: CircleCheck },
  taken: { tone: 'teal', icon: UserCheck },
  gone: { tone: 'grey', icon: PhoneOff },
  refused: { tone: 'red', icon: Ban },
  unknown: { tone: 'amber', icon: CircleQuestionMark },
}
