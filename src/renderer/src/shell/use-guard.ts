import { onScopeDispose, readonly, ref, watch, type Ref } from 'vue'
import { useCommands } from '../stores/commands.ts'
import { usePreferences } from '../stores/preferences.ts'

/** What a button that ends or changes something must ask before it obeys. */
export interface Guard {
  /** The agent's state or call has changed by itself just now: a click or key may have been meant for what was before. */
  readonly isClosed: Readonly<Ref<boolean>>
}

/**
 * The guard interval of the window's own buttons: closed for `preferences.guardMs` after main has told that something
 * changed by itself. Main decides what that is, and guards palette and keys by the same.
 */
export function useGuard(): Guard {
  const commands = useCommands()
  const preferences = usePreferences()
  const isClosed = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    () => commands.changedByItselfAt,
    (now, before) => {
      const { guardMs } = preferences.values
      // The first thing that is heard of it may be long ago.
      const isNew = now !== null && (before !== null || Date.now() - now < guardMs)
      if (!isNew || guardMs === 0) return
      isClosed.value = true
      clearTimeout(timer)
      timer = setTimeout(() => {
        isClosed.value = false
      }, guardMs)
    },
    // At once, not with the next frame: the click that must be stopped may be the next event.
    { flush: 'sync' },
  )
  onScopeDispose(() => clearTimeout(timer))
  return { isClosed: readonly(isClosed) }
}
