import type { SkillSignInView } from '../../../../shared/domain/desk-snapshot.ts'
import type { Text } from '../../i18n/text.ts'
import { describeLine, type LineDescription } from '../truth-line/describe-line.ts'

/**
 * The truth line of the skill sign-in. Which queues were asked for is worked out from what is configured now, so a queue that
 * was configured later makes "All skills" look contradicted although the gateway did as it was told. Nobody can tell that
 * from a queue that was taken away and given back, so both are said, and no alarm is raised: unless the queue was served in
 * this session, `servedBefore`. Then it was taken away.
 */
export function describeSkillLine(
  view: SkillSignInView,
  queueName: (skillId: number) => string,
  text: Text,
  servedBefore: ReadonlySet<number>,
): LineDescription {
  const { t } = text
  const say = (ids: readonly number[]): string => t('skills.count', { count: ids.length })
  const { accepted, seen } = view.line
  const missing = (accepted?.value ?? []).filter((id) => seen?.value.includes(id) === false)
  const extra = (seen?.value ?? []).filter((id) => accepted?.value.includes(id) === false)
  const list = (ids: readonly number[]): string => text.list(ids.map(queueName))

  const line = describeLine(
    view,
    say,
    [
      missing.length > 0 ? t('skills.missing', { queues: list(missing) }) : null,
      extra.length > 0 ? t('skills.extra', { queues: list(extra) }) : null,
      t('truth.contradictions.skills'),
    ]
      .filter((part) => part !== null)
      .join(' '),
    text,
  )
  const isConfiguredLater =
    line.verdict === 'contradicted' && view.choice?.mode === 'all' && missing.length > 0 && extra.length === 0
  if (!isConfiguredLater || seen === null || accepted === null) return line
  const takenAway = missing.filter((id) => servedBefore.has(id))
  const later = missing.filter((id) => !servedBefore.has(id))
  return {
    ...line,
    tone: 'amber',
    verdict: 'doubted',
    text: t('skills.seenSome', {
      time: text.clock(seen.at),
      seen: seen.value.length,
      all: accepted.value.length,
    }),
    advice: [takenAway, later]
      .filter((ids) => ids.length > 0)
      .map((ids) =>
        t(ids === takenAway ? 'skills.takenAway' : 'skills.laterConfigured', { queues: list(ids) }),
      )
      .join(' '),
  }
}
