import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import type { AppError } from '../../../../shared/app-error.ts'
import type { JournalEntry } from '../../../../shared/domain/journal.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import { useBridge } from '../../bridge/bridge.ts'
import { useCommand } from '../../bridge/use-command.ts'
import { toRequest, type JournalChoice } from './journal-choice.ts'
import { maxLines, mergeNewest } from './merge-entries.ts'

const pageSize = 100
const olderSize = 500
/** So many pages are read to reach what is shown already; a burst that is longer begins the list anew. */
const mostNewPages = 5

interface NewestLines {
  readonly lines: readonly JournalEntry[]
  /** How many there would be if there were more. */
  readonly asked: number
}

/** The journal as far as it was read, newest first. A reading that fails leaves what was read before. */
export function useJournal(choice: Readonly<Ref<JournalChoice>>) {
  const bridge = useBridge()
  /** Null until the first reading. */
  const entries = shallowRef<readonly JournalEntry[] | null>(null)
  const error = shallowRef<AppError | null>(null)
  const hasOlder = ref(false)
  /** Answers of before the last change of the choice are about other lines. */
  let round = 0
  let isReading = false
  let isAskedAgain = false

  const read = (before: number | null, limit: number, isRecentOnly = false) =>
    bridge.readJournal({
      ...toRequest(choice.value),
      ...(isRecentOnly ? { isRecentOnly } : {}),
      before,
      limit,
    })

  /**
   * The newest lines, down to the known ones where these are not too far below. Only the first reading looks into what is
   * only on the disk: what comes later is in memory.
   */
  async function readNewest(): Promise<Result<NewestLines, AppError>> {
    const asked = round
    const known = entries.value?.[0]
    const isRecentOnly = entries.value !== null
    let lines: readonly JournalEntry[] = []
    for (let pages = 1; ; pages += 1) {
      const page = await read(lines.at(-1)?.id ?? null, pageSize, isRecentOnly)
      if (!page.ok) return page
      lines = [...lines, ...page.value]
      const lowest = page.value.at(-1)
      const isReached = known === undefined || lowest === undefined || lowest.id <= known.id
      if (isReached || page.value.length < pageSize || pages === mostNewPages || asked !== round) {
        return ok({ lines, asked: pages * pageSize })
      }
    }
  }

  /** Reads the newest lines. While a reading is under way another one follows it, once. */
  async function refresh(): Promise<void> {
    isAskedAgain = isReading
    if (isReading) return
    isReading = true
    const asked = round
    const result = await readNewest()
    isReading = false
    if (asked === round) {
      error.value = result.ok ? null : result.error
      if (result.ok) take(result.value)
    }
    if (isAskedAgain || asked !== round) await refresh()
  }

  function take(newest: NewestLines): void {
    const known = entries.value ?? []
    entries.value = mergeNewest(known, newest.lines, newest.asked)
    // A list that was begun anew: a full page may have something below it.
    if (known.length === 0 || entries.value === newest.lines) {
      hasOlder.value = newest.lines.length === newest.asked
    }
  }

  /** Older lines; fewer than wanted when there are no more. One answer may hold fewer than asked for. */
  async function readOlder(before: number): Promise<Result<readonly JournalEntry[], AppError>> {
    let lines: readonly JournalEntry[] = []
    while (lines.length < olderSize) {
      const page = await read(lines.at(-1)?.id ?? before, olderSize - lines.length)
      if (!page.ok) return page
      if (page.value.length === 0) break
      lines = [...lines, ...page.value]
    }
    return ok(lines)
  }

  const older = useCommand(readOlder)

  async function loadOlder(): Promise<void> {
    const last = entries.value?.at(-1)
    if (last === undefined) return
    const asked = round
    const result = await older.run(last.id)
    if (!result.ok || asked !== round || entries.value?.at(-1)?.id !== last.id) return
    entries.value = [...entries.value, ...result.value].slice(0, maxLines)
    hasOlder.value = result.value.length >= olderSize
  }
  /** Older ones are reached by narrowing the list. */
  const isFull = computed(() => (entries.value?.length ?? 0) >= maxLines)

  watch(choice, () => {
    round += 1
    entries.value = null
    error.value = null
    hasOlder.value = false
    void refresh()
  })

  return {
    entries,
    error,
    hasOlder,
    isFull,
    isLoadingOlder: older.isRunning,
    olderError: older.error,
    refresh,
    loadOlder,
  }
}
