import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { skillListMaxLength, type SkillChoice } from '../../../../shared/domain/skills.ts'
import { useText } from '../../i18n/text.ts'
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
  const { t } = useText()
  const edited = shallowRef<SkillDraft | null>(null)

  const fromView = computed(() => draftFromView(snapshot.value.skills))
  const draft = computed(() => edited.value ?? fromView.value)
  const isEdited = computed(() => edited.value !== null && !sameDraft(edited.value, fromView.value))

  // The wish arrived in the snapshot: from here on the form follows it again. At once, because the next snapshot may bring
  // another wish (from the tray) before a deferred watcher would have seen this one.
  watch(
    fromView,
    (now) => {
      if (edited.value !== null && sameDraft(edited.value, now)) edited.value = null
    },
    { flush: 'sync' },
  )

  const problem: ComputedRef<string | null> = computed(() => {
    const rule = draftProblem(draft.value)
    if (rule === null) return null
    return rule === 'too-long'
      ? t('skills.tooLong', { length: draftLength(draft.value), max: skillListMaxLength })
      : t('skills.chooseOne')
  })

  function setMode(mode: SkillChoice['mode']): void {
    edited.value = { ...draft.value, mode }
  }

  /** Chooses or drops some skills at once. */
  function setChosen(skillIds: readonly number[], isChosen: boolean): void {
    const chosen = new Set(draft.value.chosen)
    for (const id of skillIds) {
      if (isChosen) chosen.add(id)
      else chosen.delete(id)
    }
    edited.value = { ...draft.value, chosen }
  }

  return { draft, isEdited, problem, setMode, setChosen, choice: () => choiceOf(draft.value) }
}
