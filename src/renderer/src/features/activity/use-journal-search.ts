import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import type { AppError } from '../../../../shared/app-error.ts'
import type { JournalEntry } from '../../../../shared/domain/journal.ts'
import { useBridge } from '../../bridge/bridge.ts'
import { toRequest, type JournalChoice } from './journal-choice.ts'

/** Typing a word asks once, not once per letter. */
const afterTypingMs = 250
const pageSize = 500
/** A search pauses after so many lines; whoever wants more asks on. */
const enoughFound = 100

export interface SearchedLog {
  readonly words: Readonly<Ref<string>>
  readonly choice: Readonly<Ref<JournalChoice>>
  /** What is loaded already, newest first; it is looked through elsewhere. Null until the first reading. */
  readonly loaded: Readonly<Ref<readonly JournalEntry[] | null>>
  /** The window decides, because main knows codes and not the words for them. */
  readonly isMatch: (entry: JournalEntry) => boolean
}

/** Looks for words in everything that is kept below what is loaded, page by page, until enough is found or nothing is left. */
export function useJournalSearch({ words, choice, loaded, isMatch }: SearchedLog) {
  const bridge = useBridge()
  const found = shallowRef<readonly JournalEntry[]>([])
  /** Lines looked through beyond those that are loaded. */
  const lookedThrough = ref(0)
  /** Time of the oldest line that was looked at; null before the first. */
  const reachedAt = ref<number | null>(null)
  const isSearching = ref(false)
  const hasMore = ref(false)
  const error = shallowRef<AppError | null>(null)
  const isWanted = computed(() => words.value.trim() !== '')
  const lowest = computed(() => loaded.value?.at(-1)?.id ?? null)
  /** Everything below it has not been looked at. */
  let below: number | null = null
  /** Answers of before the last change are about other words. */
  let round = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function searchOn(): Promise<void> {
    if (below === null || isSearching.value) return
    const asked = round
    isSearching.value = true
    error.value = null
    for (let count = 0; count < enoughFound;) {
      const page = await bridge.readJournal({ ...toRequest(choice.value), before: below, limit: pageSize })
      if (asked !== round) return
      const last = page.ok ? page.value.at(-1) : undefined
      if (!page.ok || last === undefined) {
        error.value = page.ok ? null : page.error
        hasMore.value = !page.ok
        break
      }
      const matching = page.value.filter(isMatch)
      count += matching.length
      found.value = [...found.value, ...matching]
      lookedThrough.value += page.value.length
      reachedAt.value = last.at
      below = last.id
      hasMore.value = true
    }
    isSearching.value = false
  }

  watch(
    [words, choice, lowest],
    () => {
      round += 1
      clearTimeout(timer)
      found.value = []
      lookedThrough.value = 0
      reachedAt.value = null
      error.value = null
      hasMore.value = false
      isSearching.value = false
      below = lowest.value
      if (isWanted.value && below !== null) timer = setTimeout(() => void searchOn(), afterTypingMs)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    round += 1
    clearTimeout(timer)
  })
  return { isWanted, found, lookedThrough, reachedAt, isSearching, hasMore, error, searchOn }
}
