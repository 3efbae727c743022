import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { isSignedIn } from '../../../shared/domain/session.ts'
import { draftFromView, sameDraft, type SkillDraft } from '../features/skills/skill-draft.ts'
import { useDesk } from './desk.ts'

/**
 * The choice of skills as edited and not yet applied. It outlives the form, so that a look into another tab loses nothing,
 * and ends with the session it was made in.
 */
export const useSkillDraftStore = defineStore('skill-draft', () => {
  const desk = useDesk()
  const edited = shallowRef<SkillDraft | null>(null)
  const fromView = computed(() => (desk.snapshot === null ? null : draftFromView(desk.snapshot.skills)))

  // The wish arrived in the snapshot: from here on the form follows it again. At once, because the next snapshot may bring
  // another wish (from the tray) before a deferred watcher would have seen this one.
  watch(
    fromView,
    (now) => {
      if (edited.value !== null && now !== null && sameDraft(edited.value, now)) edited.value = null
    },
    { flush: 'sync' },
  )
  watch(
    () => {
      const session = desk.snapshot?.session
      // Doubt and catching up belong to the same session: what was edited is kept.
      return session !== undefined && isSignedIn(session) ? `${session.agentId}/${session.since}` : null
    },
    () => {
      edited.value = null
    },
    { flush: 'sync' },
  )

  return { edited }
})
