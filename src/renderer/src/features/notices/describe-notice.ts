import { describeCommandText, type CommandNames } from '../../../../shared/commands/describe-command.ts'
import type { NoticeContent } from '../../../../shared/domain/notice.ts'
import { unreachable } from '../../../../shared/result.ts'
import { describeError } from '../../i18n/describe-error.ts'
import type { Translate } from '../../i18n/text.ts'

/** A notice in words, with the codes support will ask for. */
export interface NoticeDescription {
  readonly text: string
  /** The gateway's own words; null when it gave none. */
  readonly quote: string | null
  readonly support: string | null
}

const plain = (text: string): NoticeDescription => ({ text, quote: null, support: null })

export function describeNotice(
  content: NoticeContent,
  t: Translate,
  queueName: (skillId: number) => string,
  commandNames: CommandNames,
): NoticeDescription {
  switch (content.kind) {
    case 'settings-damaged':
      return plain(t('notices.texts.settings-damaged', { keptAs: content.keptAs }))
    case 'session-ended':
      return plain(t('notices.texts.session-ended', { cause: t(`sessionEnds.${content.cause}`) }))
    case 'wish-failed': {
      const { what, next, quote, support } = describeError(content.error, t)
      return {
        text: t('notices.texts.wish-failed', { wish: t(`notices.wishes.${content.wish}`), what, next }),
        quote,
        support,
      }
    }
    case 'linkage-failed':
      return plain(t('notices.texts.linkage-failed', { result: content.result }))
    case 'password-expires':
      return plain(t('notices.texts.password-expires', { days: content.days, count: content.days }))
    case 'transfer': {
      const route = { from: queueName(content.fromSkillId), to: queueName(content.toSkillId) }
      // An empty number is as good as none.
      const isKnown = content.caller !== null && content.caller !== ''
      const caller = isKnown ? content.caller : t('notices.callWithId', { callId: content.callId })
      const outcome = t(`notices.transfers.${content.outcome}`, route)
      const failure = content.error === null ? null : describeError(content.error, t)
      return {
        text: t('notices.texts.transfer', { caller, outcome }),
        quote: failure?.quote ?? null,
        support: failure?.support ?? null,
      }
    }
    case 'wish-dropped':
      if (content.states !== undefined) {
        const { asked, present } = content.states
        return plain(
          t('notices.stateDropped', {
            asked: t(`agentStates.${asked}`),
            present: t(`agentStates.${present}`),
          }),
        )
      }
      return plain(t('notices.texts.wish-dropped', { wish: t(`notices.wishes.${content.wish}`) }))
    case 'call-missed': {
      const caller = content.caller ?? t('notices.unknownCaller')
      return plain(
        t('notices.texts.call-missed', { caller: caller === '' ? t('notices.withheldCaller') : caller }),
      )
    }
    case 'queue-threshold': {
      const queue = queueName(content.skillId)
      const figures = { waiting: content.waitingCalls, seconds: content.longestWaitSeconds }
      return plain(t(`notices.queueLevels.${content.level}`, { queue, ...figures }))
    }
    case 'state-forced':
      return plain(t('notices.texts.state-forced', { state: t(`agentStates.${content.state}`) }))
    case 'command': {
      const command = describeCommandText(content.command, t, commandNames)
      const failure = content.error === null ? null : describeError(content.error, t)
      const why = failure === null ? '' : `${failure.what} ${failure.next}`
      return {
        text: t(`commands.outcome.${content.outcome}`, { command, why }),
        quote: failure?.quote ?? null,
        support: failure?.support ?? null,
      }
    }
    case 'link-not-understood':
    case 'settings-not-saved':
    case 'skills-differ':
    case 'rest-over':
    case 'second-start':
    case 'password-change-forced':
    case 'no-call-to-transfer':
    case 'sign-out-unconfirmed':
    case 'journal-not-kept':
      return plain(t(`notices.texts.${content.kind}`))
    default:
      return unreachable(content)
  }
}
