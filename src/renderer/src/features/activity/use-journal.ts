import { ref, shallowRef, watch, type Ref } from 'vue'
import type { AppError } from '../../../../shared/app-error.ts'
import type { JournalEntry, JournalKind } from '../../../../shared/domain/journal.ts'
import { useBridge } from '../../bridge/bridge.ts'
import { useCommand } from '../../bridge/use-command.ts'
import { maxLines, mergeNewest } from './merge-entries.ts'

const pageSize = 100

/** The journal as far as it was read, newest first. A reading that fails leaves what was read before. */
export function useJournal(kind: Readonly<Ref<JournalKind | null>>) {
  const bridge = useBridge()
  /** Null until the first reading. */
  const entries = shallowRef<readonly JournalEntry[] | null>(null)
  const error = shallowRef<AppError | null>(null)
  const hasOlder = ref(false)
  /** Answers of before the last change of the kind are about other lines. */
  let round = 0
  let isReading = false
  let isAskedAgain = false

  const read = (before: number | null) =>
    bridge.readJournal({ kinds: kind.value === null ? [] : [kind.value], before, limit: pageSize })

  /** Reads the newest lines. While a reading is under way another one follows it, once. */
  async function refresh(): Promise<void> {
    isAskedAgain = isReading
    if (isReading) return
    isReading = true
    const asked = round
    const result = await read(null)
    isReading = false
    if (asked === round) {
      error.value = result.ok ? null : result.error
      if (result.ok) {
        const known = entries.value ?? []
        entries.value = mergeNewest(known, result.value, pageSize)
        // A list that was begun anew: a full page may have something below it.
        if (known.length === 0 || entries.value === result.value) {
          hasOlder.value = result.value.length === pageSize
        }
      }
    }
    if (isAskedAgain || asked !== round) await refresh()
  }

  const older = useCommand((before: number) => read(before))

  async function loadOlder(): Promise<void> {
    const last = entries.value?.at(-1)
    if (last === undefined) return
    const asked = round
    const result = await older.run(last.id)
    if (!result.ok || asked !== round || entries.value?.at(-1)?.id !== last.id) return
    entries.value = [...entries.value, ...result.value].slice(0, maxLines)
    hasOlder.value = result.value.length === pageSize && entries.value.length < maxLines
  }

  watch(kind, () => {
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
    isLoadingOlder: older.isRunning,
    olderError: older.error,
    refresh,
    loadOlder,
  }
}
