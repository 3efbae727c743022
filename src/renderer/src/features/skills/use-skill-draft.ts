import { computed, type ComputedRef } from 'vue'
import { skillListMaxLength, type SkillChoice } from '../../../../shared/domain/skills.ts'
import { useText } from '../../i18n/text.ts'
import { useSkillDraftStore } from '../../stores/skill-draft.ts'
import { useSnapshot } from '../../stores/use-snapshot.ts'
import {
  choiceOf,
  draftFromView,
  draftLength,
  draftProblem,
  sameDraft,
  type SkillDraft,
} from './skill-draft.ts'

/** The form's own copy of the choice. It follows the snapshot until the agent touches it, and again once it is applied. */
export function useSkillDraft() {
  const snapshot = useSnapshot()
  const store = useSkillDraftStore()
  const { t } = useText()

  const fromView = computed(() => draftFromView(snapshot.value.skills))
  const draft = computed<SkillDraft>(() => store.edited ?? fromView.value)
  const isEdited = computed(() => store.edited !== null && !sameDraft(store.edited, fromView.value))

  const problem: ComputedRef<string | null> = computed(() => {
    const rule = draftProblem(draft.value)
    if (rule === null) return null
    return rule === 'too-long'
      ? t('skills.tooLong', { length: draftLength(draft.value), max: skillListMaxLength })
      : t('skills.chooseOne')
  })

  function setMode(mode: SkillChoice['mode']): void {
    store.edited = { ...draft.value, mode }
  }

  /** Chooses or drops some skills at once. */
  function setChosen(skillIds: readonly number[], isChosen: boolean): void {
    const chosen = new Set(draft.value.chosen)
    for (const id of skillIds) {
      if (isChosen) chosen.add(id)
      else chosen.delete(id)
    }
    store.edited = { ...draft.value, chosen }
  }

  function discard(): void {
    store.edited = null
  }

  return { draft, isEdited, problem, setMode, setChosen, discard, choice: () => choiceOf(draft.value) }
}
