import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { matchesText } from '../../../shared/match-text.ts'

/** One entry of a combobox; all texts are finished. */
export interface ComboboxOption<Value> {
  readonly value: Value
  readonly text: string
  /** A second line, found by the search too. */
  readonly detail?: string | null
  /** Why it cannot be chosen now; it stays in the list, so that the reason can be read. */
  readonly disabledReason?: string | null
}

/** What a combobox shows and does; its keys are those of the ARIA authoring practices. */
export interface Combobox<Value> {
  readonly isOpen: Readonly<Ref<boolean>>
  /** What stands in the field: what was typed, else the chosen entry. */
  readonly text: ComputedRef<string>
  readonly matches: ComputedRef<readonly ComboboxOption<Value>[]>
  /** Index in `matches` of the entry that Enter chooses; -1 when there is none. */
  readonly active: Ref<number>
  readonly open: () => void
  /** Forgets what was typed. */
  readonly close: () => void
  readonly type: (text: string) => void
  readonly choose: (option: ComboboxOption<Value>) => void
  readonly onKey: (event: KeyboardEvent) => void
}

const pageOfEntries = 8
const searchedText = ({ text, detail }: ComboboxOption<unknown>): string => `${text} ${detail ?? ''}`

export const isOptionClosed = (option: ComboboxOption<unknown>): boolean =>
  (option.disabledReason ?? null) !== null

/**
 * The state behind a searchable select.
 *
 * @param options all there is to choose from
 * @param value what is chosen; written by `choose` only
 */
export function useCombobox<Value>(
  options: () => readonly ComboboxOption<Value>[],
  value: Ref<Value | null>,
): Combobox<Value> {
  const isOpen = ref(false)
  /** Null while nothing was typed: then all entries are shown. */
  const query = ref<string | null>(null)
  const active = ref(-1)

  const chosen = computed(() => options().find((option) => option.value === value.value) ?? null)
  const text = computed(() => query.value ?? chosen.value?.text ?? '')
  const matches = computed(() => {
    const wanted = query.value
    if (wanted === null) return options()
    return options().filter((option) => matchesText(searchedText(option), wanted))
  })

  function open(): void {
    if (isOpen.value) return
    isOpen.value = true
    active.value = matches.value.findIndex((option) => option === chosen.value)
  }

  function close(): void {
    isOpen.value = false
    query.value = null
    active.value = -1
  }

  function type(typed: string): void {
    query.value = typed
    isOpen.value = true
    active.value = matches.value.findIndex((option) => !isOptionClosed(option))
  }

  function choose(option: ComboboxOption<Value>): void {
    if (isOptionClosed(option)) return
    value.value = option.value
    close()
  }

  function move(step: number): void {
    const last = matches.value.length - 1
    if (last < 0) return
    if (Math.abs(step) > 1) active.value = Math.min(Math.max(active.value + step, 0), last)
    else if (active.value < 0) active.value = step > 0 ? 0 : last
    else active.value = (active.value + step + last + 1) % (last + 1)
  }

  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: pageOfEntries,
    PageUp: -pageOfEntries,
  }

  function onKey(event: KeyboardEvent): void {
    // Keys of an input method belong to it: Enter takes its word, and must not choose an entry.
    if (event.isComposing) return
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (isOpen.value) move(step)
      else {
        open()
        if (active.value < 0 && !event.altKey) move(step)
      }
      return
    }
    if (!isOpen.value) return
    if (event.key === 'Escape') {
      // The list only: a dialog around it stays.
      event.preventDefault()
      event.stopPropagation()
      close()
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      const option = matches.value[active.value]
      if (option !== undefined) choose(option)
    }
  }

  // Entries may come and go while the list is open.
  watch(matches, (now, before) => {
    if (active.value < 0) return
    const same = before[active.value]?.value
    const index = now.findIndex((option) => option.value === same)
    active.value = index >= 0 ? index : Math.min(active.value, now.length - 1)
  })

  return { isOpen, text, matches, active, open, close, type, choose, onKey }
}
