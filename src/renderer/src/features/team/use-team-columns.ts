import { computed } from 'vue'
import { rosterColumns, type RosterColumn } from '../../../../shared/domain/roster.ts'
import { useCommand } from '../../bridge/use-command.ts'
import { useText } from '../../i18n/text.ts'
import { usePreferences } from '../../stores/preferences.ts'
import type { MenuEntry } from '../../ui/menu-entry.ts'

/** Which columns are shown, and whether by queue: remembered for this person. */
export function useTeamColumns() {
  const preferences = usePreferences()
  const { t } = useText()
  const save = useCommand(preferences.change)

  /** In the order in which they stand, whatever order they were chosen in. */
  const columns = computed(() =>
    rosterColumns.filter((column) => preferences.values.rosterColumns.includes(column)),
  )
  const isByQueue = computed(() => preferences.values.isRosterByQueue)

  const entries = computed<readonly MenuEntry[]>(() =>
    rosterColumns.map((column) => ({
      kind: 'check',
      id: column,
      text: t(`roster.columns.${column}`),
      isChecked: columns.value.includes(column),
      disabledReason:
        columns.value.length === 1 && columns.value.includes(column) ? t('roster.lastColumn') : null,
    })),
  )

  function toggle(id: string): void {
    const column = rosterColumns.find((one) => one === id)
    if (column === undefined) return
    const wanted: RosterColumn[] = rosterColumns.filter((one) =>
      one === column ? !columns.value.includes(one) : columns.value.includes(one),
    )
    void save.run({ rosterColumns: wanted })
  }

  function setByQueue(isWanted: boolean): void {
    void save.run({ isRosterByQueue: isWanted })
  }

  return { columns, isByQueue, entries, toggle, setByQueue, error: save.error }
}
