import { computed, type ComputedRef } from 'vue'
import { commandNames } from '../../../shared/commands/command-names.ts'
import type { CommandNames } from '../../../shared/commands/describe-command.ts'
import { useDesk } from './desk.ts'
import { usePreferences } from './preferences.ts'

/** The names that queues and reasons have now, for commands in words. */
export function useCommandNames(): ComputedRef<CommandNames> {
  const desk = useDesk()
  const preferences = usePreferences()
  return computed(() =>
    commandNames({
      queues: desk.snapshot?.queues ?? [],
      restReasons: desk.snapshot?.agentState.restReasons ?? [],
      busyReasons: preferences.values.busyReasons,
    }),
  )
}
