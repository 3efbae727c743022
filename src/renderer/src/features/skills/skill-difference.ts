import type { SkillQueue } from '../../../../shared/domain/skills.ts'
import type { Text } from '../../i18n/text.ts'

/** What would be different if a choice were applied. */
export interface SkillDifference {
  readonly added: readonly number[]
  readonly removed: readonly number[]
}

/** Null while nobody knows which queues are served now. Queues that are not configured are not given (cec_07_1209). */
export function differenceOf(
  effective: readonly number[] | null,
  wanted: readonly number[],
  configured: readonly SkillQueue[],
): SkillDifference | null {
  if (effective === null) return null
  const possible = new Set(configured.map(({ id }) => id))
  const [now, then] = [new Set(effective), new Set(wanted.filter((id) => possible.has(id)))]
  return {
    added: [...then].filter((id) => !now.has(id)),
    removed: [...now].filter((id) => !then.has(id)),
  }
}

/** More names than these are counted instead: a line is to be taken in at a glance. */
const mostNames = 3

/** "+ Sales, Premium · − Billing". */
export function describeDifference(
  { added, removed }: SkillDifference,
  queueName: (skillId: number) => string,
  { t, list }: Text,
): string {
  const say = (ids: readonly number[]): string =>
    ids.length > mostNames ? t('skills.count', { count: ids.length }) : list(ids.map(queueName))
  const parts = [
    added.length > 0 ? t('skills.difference.added', { queues: say(added) }) : null,
    removed.length > 0 ? t('skills.difference.removed', { queues: say(removed) }) : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? t('skills.difference.none') : parts.join(' · ')
}
