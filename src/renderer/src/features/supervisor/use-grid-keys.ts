import type { ActiveRow } from '../../ui/use-active-row.ts'

/**
 * The keys of a list of checkboxes with one tab stop: arrows, Home, End and page keys move; with Shift they select on the
 * way; Ctrl+A selects all that are shown. Space stays the checkbox's own.
 */
export function useGridKeys(deps: {
  readonly rows: () => readonly string[]
  readonly row: ActiveRow
  readonly extend: (from: string, to: string) => void
  readonly selectAll: () => void
}): (event: KeyboardEvent) => void {
  return (event) => {
    const isCommand = event.ctrlKey || event.metaKey
    if (isCommand && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      deps.selectAll()
      return
    }
    if (event.altKey || isCommand) return
    const target = deps.row.targetOf(event.key)
    if (target === null) return
    event.preventDefault()
    const [from, to] = [deps.rows()[deps.row.active.value], deps.rows()[target]]
    if (event.shiftKey && from !== undefined && to !== undefined) deps.extend(from, to)
    void deps.row.moveTo(target)
  }
}
