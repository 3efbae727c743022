import { computed, shallowRef } from 'vue'
import type { RosterQuery } from '../../../../shared/domain/roster-query.ts'
import type { RosterColumn } from '../../../../shared/domain/roster.ts'
import { useBridge } from '../../bridge/bridge.ts'
import { useCommand } from '../../bridge/use-command.ts'

/** Saves agents as a table for spreadsheets, and keeps what became of it until it was read. */
export function useRosterExport() {
  const bridge = useBridge()
  const saved = shallowRef<{ readonly path: string; readonly agentCount: number } | null>(null)
  const command = useCommand((query: RosterQuery, columns: readonly RosterColumn[]) =>
    bridge.exportRoster({ query: { ...query, states: [...query.states] }, columns: [...columns] }),
  )

  async function run(query: RosterQuery, columns: readonly RosterColumn[]): Promise<void> {
    dismiss()
    const result = await command.run(query, columns)
    if (result.ok) saved.value = result.value
  }

  function dismiss(): void {
    saved.value = null
    command.clearError()
  }

  return {
    saved: computed(() => saved.value),
    error: command.error,
    isRunning: command.isRunning,
    run,
    dismiss,
  }
}
