import { computed, useId, type ComputedRef } from 'vue'

/** The IDs that tie a field to its label and its notes; `FieldNotes` draws the notes. */
export interface FieldIds {
  readonly input: string
  readonly label: string
  /** For `aria-describedby`: the problem first, then the hint; undefined when there is neither. */
  readonly describedby: ComputedRef<string | undefined>
}

/** @param notes what is said about the field at present */
export function useFieldIds(
  notes: () => { readonly problem: string | null; readonly hint: string | null },
): FieldIds {
  const input = useId()
  const describedby = computed(() => {
    const { problem, hint } = notes()
    const parts = [
      problem === null ? [] : [`${input}-problem`],
      hint === null ? [] : [`${input}-hint`],
    ].flat()
    return parts.length === 0 ? undefined : parts.join(' ')
  })
  return { input, label: `${input}-label`, describedby }
}
