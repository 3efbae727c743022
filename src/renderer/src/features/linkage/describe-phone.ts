import type { DeskSnapshot } from '../../../../shared/domain/desk-snapshot.ts'
import { isSignedIn } from '../../../../shared/domain/session.ts'
import type { Text } from '../../i18n/text.ts'

/** One thing that is known, or not known, about the linked phone. */
export interface PhoneFact {
  readonly name: 'answer' | 'phone' | 'mode'
  readonly value: string
  /** When it became known; null where it is not known. */
  readonly at: number | null
}

export interface PhoneCheck {
  readonly facts: readonly PhoneFact[]
  /** What follows, and what to do. */
  readonly advice: string
  /** The gateway can be asked again: only for switching on does it answer with an event (protocol 11.2). */
  readonly canAskAgain: boolean
}

type Situation = Pick<DeskSnapshot, 'linkage' | 'phone' | 'session'>

/** What is to be done first; the causes in the order in which they keep the phone from being used. */
function adviceFor({
  linkage,
  phone,
  session,
}: Situation): 'off' | 'failed' | 'offline' | 'offHook' | 'silent' | 'well' {
  const isWished = (linkage.line.wished?.value ?? linkage.effective) === true
  if (!isWished) return 'off'
  if (phone.answer !== null && phone.answer.result !== 0) return 'failed'
  if (phone.status?.value === 'offline') return 'offline'
  if (linkage.line.seen?.value !== true) return 'silent'
  return isSignedIn(session) && session.isAlwaysOffHook ? 'offHook' : 'well'
}

/** What can be said about the phone of the linkage. Nothing reads it back: only what events told, and when. */
export function describePhone(situation: Situation, { t }: Text): PhoneCheck {
  const { phone, session, linkage } = situation
  const { answer, status } = phone
  const isAlwaysOffHook = isSignedIn(session) && session.isAlwaysOffHook
  const facts: PhoneFact[] = [
    {
      name: 'answer',
      value:
        answer === null
          ? t('linkage.check.noAnswer')
          : answer.result === 0
            ? t('linkage.check.linked')
            : t('linkage.check.failed', { code: String(answer.result) }),
      at: answer?.at ?? null,
    },
    {
      name: 'phone',
      value: status === null ? t('linkage.check.notHeard') : t(`linkage.check.statuses.${status.value}`),
      at: status?.at ?? null,
    },
    {
      name: 'mode',
      value: t(isAlwaysOffHook ? 'linkage.check.alwaysOffHook' : 'linkage.check.perCall'),
      at: null,
    },
  ]
  const advice = adviceFor(situation)
  return {
    facts,
    advice: t(`linkage.check.advice.${advice}`),
    canAskAgain: advice !== 'off' && linkage.unavailable === null && session.phase === 'online',
  }
}
