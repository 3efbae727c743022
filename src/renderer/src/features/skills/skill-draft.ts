import * as v from 'valibot'
import type { FieldProblem } from '../../../../shared/app-error.ts'
import type { SkillSignInView } from '../../../../shared/domain/desk-snapshot.ts'
import { joinSkillIds, sameSkillIds, type SkillChoice } from '../../../../shared/domain/skills.ts'
import type { CommandInput } from '../../../../shared/ipc/contract.ts'
import { skillChoiceSchema } from '../../../../shared/ipc/inputs.ts'

/** What the form holds: the chosen skills survive a look at "All skills" and back. */
export interface SkillDraft {
  readonly mode: SkillChoice['mode']
  readonly chosen: ReadonlySet<number>
}

/** The form as the last wish left it; without a wish, what the queues in force amount to. */
export function draftFromView(view: SkillSignInView): SkillDraft {
  const { choice, effective, configured } = view
  if (choice !== null) {
    return {
      mode: choice.mode,
      chosen: new Set(choice.mode === 'chosen' ? choice.skillIds : (effective ?? [])),
    }
  }
  if (effective === null) return { mode: 'all', chosen: new Set() }
  const all = configured.map((skill) => skill.id)
  const mode = effective.length === 0 ? 'none' : sameSkillIds(effective, all) ? 'all' : 'chosen'
  return { mode, chosen: new Set(effective) }
}

export function choiceOf(draft: SkillDraft): CommandInput<'skills:sign-in'>['choice'] {
  return draft.mode === 'chosen'
    ? { mode: 'chosen', skillIds: [...draft.chosen].sort((a, b) => a - b) }
    : { mode: draft.mode }
}

/** What keeps the draft from being applied, by the same schema that main uses; null when nothing does. */
export function draftProblem(draft: SkillDraft): FieldProblem | null {
  const parsed = v.safeParse(skillChoiceSchema, choiceOf(draft))
  if (parsed.success) return null
  return parsed.issues.some((issue) => issue.message === 'too-long') ? 'too-long' : 'required'
}

export function draftLength(draft: SkillDraft): number {
  return joinSkillIds([...draft.chosen]).length
}

export function isAsked(draft: SkillDraft, skillId: number): boolean {
  return draft.mode === 'all' || (draft.mode === 'chosen' && draft.chosen.has(skillId))
}

export function sameDraft(a: SkillDraft, b: SkillDraft): boolean {
  return a.mode === b.mode && (a.mode !== 'chosen' || sameSkillIds([...a.chosen], [...b.chosen]))
}
