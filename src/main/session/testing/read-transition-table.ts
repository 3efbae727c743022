/** A row of a transition table as it is written, with the names in its cells. */
export interface TransitionRow {
  /** Line in the document, for messages. */
  readonly line: number
  readonly from: readonly string[]
  readonly events: readonly string[]
  /** One name, or the words of an outcome that depends on what was before. */
  readonly to: string
  readonly isNewAttempt: boolean
  readonly effects: readonly string[]
}

const header = ['From', 'Event', 'To', 'Effects']
const newAttempt = ', new attempt'

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

/** The names in a cell: `one`, or _several_ by their group; names are set off by commas and hold none outside backticks. */
function namesIn(cell: string, groups: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const names = [...cell.matchAll(/`([^`]+)`|_([^_]+)_/g)].flatMap(([, name, group]) => {
    if (name !== undefined) return [name]
    const members = groups[group ?? '']
    if (members === undefined) throw new Error(`unknown group ${group ?? ''}`)
    return [...members]
  })
  const rest = cell.replaceAll(/`[^`]+`|_[^_]+_|[,–\s]/g, '')
  if (rest !== '') throw new Error(`not a name: ${rest}`)
  return names
}

/** Every row of every table whose columns are From, Event, To and Effects. */
export function readTransitionTable(
  document: string,
  groups: Readonly<Record<string, readonly string[]>>,
): readonly TransitionRow[] {
  const rows: TransitionRow[] = []
  let isInTable = false
  for (const [index, line] of document.split('\n').entries()) {
    const cells = cellsOf(line)
    if (cells.join() === header.join()) isInTable = true
    else if (!line.startsWith('|')) isInTable = false
    else if (isInTable && !/^[|\s:-]+$/.test(line)) {
      const [from = '', event = '', to = '', effects = ''] = cells
      const isNewAttempt = to.endsWith(newAttempt)
      rows.push({
        line: index + 1,
        from: namesIn(from, groups),
        events: namesIn(event, groups),
        to: (isNewAttempt ? to.slice(0, -newAttempt.length) : to).replaceAll('`', ''),
        isNewAttempt,
        effects: namesIn(effects, groups),
      })
    }
  }
  return rows
}
