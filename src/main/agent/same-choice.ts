import { sameSkillIds, type SkillChoice } from '../../shared/domain/skills.ts'

/** True when two choices ask for the same. "All" and a list of all are different: more may be configured one day. */
export function isSameChoice(a: SkillChoice, b: SkillChoice): boolean {
  if (a.mode === 'chosen' && b.mode === 'chosen') return sameSkillIds(a.skillIds, b.skillIds)
  return a.mode === b.mode
}

/** What one skill reset asks for. */
export interface Reset {
  readonly choice: SkillChoice
  readonly isLinked: boolean
}
