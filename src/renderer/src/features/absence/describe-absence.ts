import type { AbsenceChange, AbsenceReport } from '../../../../shared/domain/absence.ts'
import { unreachable } from '../../../../shared/result.ts'
import type { Text } from '../../i18n/text.ts'

/** An absence report in words. */
export interface AbsenceDescription {
  /** When, for how long, and why nothing was heard. */
  readonly summary: string
  /** One line per change, in the order of the report; one line that says so when there are none. */
  readonly lines: readonly string[]
  /** What nothing can be said about; null when everything was read. */
  readonly unread: string | null
}

type QueueName = (skillId: number) => string

function describeChange(
  change: AbsenceChange,
  hasSessionEnded: boolean,
  { t, list }: Text,
  queueName: QueueName,
): string {
  switch (change.kind) {
    case 'agent-state': {
      const states = { before: t(`agentStates.${change.before}`), after: t(`agentStates.${change.after}`) }
      return t(change.isForced ? 'absence.stateForced' : 'absence.changes.agent-state', states)
    }
    case 'queues-lost':
    case 'queues-gained':
      return t(`absence.changes.${change.kind}`, { queues: list(change.skillIds.map(queueName)) })
    case 'call-missed':
    case 'call-ended':
    case 'call-began': {
      // An empty number was withheld; none at all was never told.
      const { caller } = change
      const said = caller ?? t('absence.unknownCaller')
      return t(`absence.changes.${change.kind}`, {
        caller: said === '' ? t('absence.withheldCaller') : said,
      })
    }
    case 'transfer':
      return t('absence.changes.transfer', {
        callId: change.callId,
        to: queueName(change.toSkillId),
        outcome: t(`waiting.outcomes.${change.outcome}`),
      })
    case 'wish-dropped':
      return t(hasSessionEnded ? 'absence.wishEnded' : 'absence.changes.wish-dropped', {
        wish: t(`notices.wishes.${change.wish}`),
      })
    case 'wish-sent':
      return t(`absence.changes.${change.kind}`, { wish: t(`notices.wishes.${change.wish}`) })
    case 'linkage-lost':
    case 'linkage-gained':
      return t(`absence.changes.${change.kind}`)
    default:
      return unreachable(change)
  }
}

/**
 * Says what a report says, and never more: "nothing changed" only when everything could be read. `isEndSaid`: the screen
 * around it tells that the session ended and what became of the wishes.
 */
export function describeAbsence(
  report: AbsenceReport,
  text: Text,
  queueName: QueueName,
  isEndSaid: boolean,
): AbsenceDescription {
  const { t, clock, length, list } = text
  const when = t('absence.when', {
    from: clock(report.from),
    until: clock(report.until),
    length: length(report.until - report.from),
  })
  const changes = report.changes
    .filter(({ kind }) => !isEndSaid || kind !== 'wish-dropped')
    .map((change) => describeChange(change, report.hasSessionEnded, text, queueName))
  const isAllRead = report.unread.length === 0
  const nothing = t(isAllRead ? 'absence.nothing' : 'absence.nothingSeen')
  const lines = report.hasSessionEnded && !isEndSaid ? [t('absence.sessionEnded'), ...changes] : changes
  return {
    summary: t('absence.line', { when, cause: t(`absence.causes.${report.cause}`) }),
    lines: lines.length === 0 && !report.hasSessionEnded ? [nothing] : lines,
    unread: isAllRead
      ? null
      : t('absence.unread', { parts: list(report.unread.map((part) => t(`absence.parts.${part}`))) }),
  }
}
