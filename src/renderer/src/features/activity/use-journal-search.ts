import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { JournalEntry } from '../../../../shared/domain/journal.ts'
import { useBridge } from '../../bridge/bridge.ts'
import { toRequest, type JournalChoice } from './journal-choice.ts'

/** Typing a word asks once, not once per letter. */
const afterTypingMs = 250
const mostFound = 200

/**
 * Looks for words in everything main holds in memory, beyond what was loaded. Main knows codes, call IDs and figures, the
 * window the words for them: what is found here comes beside what the loaded lines say. A search that fails finds nothing;
 * the reading of the log, which fails with it, says why.
 */
export function useJournalSearch(filter: Readonly<Ref<string>>, choice: Readonly<Ref<JournalChoice>>) {
  const bridge = useBridge()
  const found = shallowRef<readonly JournalEntry[]>([])
  const words = computed(() => filter.value.trim())
  /** Answers of before the last change are about other words. */
  let round = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function search(): Promise<void> {
    const text = words.value
    if (text === '') return
    const asked = ++round
    const result = await bridge.readJournal({
      ...toRequest(choice.value),
      text,
      before: null,
      limit: mostFound,
    })
    if (asked === round && result.ok) found.value = result.value
  }

  watch([words, choice], () => {
    round += 1
    found.value = []
    clearTimeout(timer)
    timer = setTimeout(() => void search(), afterTypingMs)
  })
  onScopeDispose(() => {
    clearTimeout(timer)
  })
  return { found, search }
}
