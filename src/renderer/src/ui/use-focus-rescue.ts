import { onBeforeUpdate, onUpdated, type Ref } from 'vue'
import { focusFirst, isFocusLost } from './focus.ts'

/**
 * For a list of which rows go by themselves: when the row with the focus is gone, the next one gets it (the last one when
 * none follows), and what `fallback` names when no row is left.
 *
 * @param list the element around the rows
 * @param selector finds the one control of each row
 */
export function useFocusRescue(
  list: Readonly<Ref<HTMLElement | null>>,
  selector: string,
  fallback: () => HTMLElement | null,
): { readonly focusRow: (index: number) => void } {
  const controls = (): HTMLElement[] => [...(list.value?.querySelectorAll<HTMLElement>(selector) ?? [])]
  let focused = -1

  function focusRow(index: number): void {
    const rows = controls()
    focusFirst(...rows.slice(index), ...rows.slice(0, index).toReversed(), fallback())
  }

  onBeforeUpdate(() => {
    focused = controls().findIndex((control) => control === document.activeElement)
  })
  onUpdated(() => {
    if (focused >= 0 && isFocusLost()) focusRow(focused)
    focused = -1
  })
  return { focusRow }
}
