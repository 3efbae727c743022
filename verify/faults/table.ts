import { duration, textTable } from '../support/text-table.ts'
import type { Impossible } from './cell.ts'
import { interfaces } from './interfaces.ts'
import type { CellResult } from './run-cell.ts'
import { variants } from './variants.ts'

const columnsPerTable = 9

/** The worst of a group: `WRONG` with how many, else the longest time until the screen was right. */
function worst(group: readonly CellResult[]): string {
  if (group.length === 0) return '·'
  const failed = group.filter(({ problems }) => problems.length > 0).length
  if (failed > 0) return `WRONG ${failed}`
  return duration(Math.max(...group.map(({ rightAfterMs }) => rightAfterMs ?? 0)))
}

/** One line per form of each fault, one column per interface. */
export function faultTable(results: readonly CellResult[]): string {
  const used = interfaces.filter(({ name }) => results.some(({ cell }) => cell.target.name === name))
  const rows = variants.filter(({ name }) => results.some(({ cell }) => cell.variant.name === name))
  const tables: string[] = []
  for (let from = 0; from < used.length; from += columnsPerTable) {
    const columns = used.slice(from, from + columnsPerTable)
    const of = (variant: string, target: string): string =>
      worst(results.filter(({ cell }) => cell.variant.name === variant && cell.target.name === target))
    tables.push(
      textTable(
        ['fault', ...columns.map(({ name }) => name)],
        rows.map(({ name }) => [name, ...columns.map((column) => of(name, column.name))]),
      ),
    )
  }
  return tables.join('\n\n')
}

/** Why combinations are left out, each reason once with what it leaves out. */
export function impossibleTable(impossible: readonly Impossible[]): string {
  const groups = new Map<string, { interfaces: Set<string>; situations: Set<string>; count: number }>()
  for (const { reason, target, situation } of impossible) {
    const group = groups.get(reason) ?? { interfaces: new Set(), situations: new Set(), count: 0 }
    group.interfaces.add(target.name)
    group.situations.add(situation)
    group.count += 1
    groups.set(reason, group)
  }
  return [...groups]
    .map(([reason, group]) => {
      const where =
        group.interfaces.size > 4 ? `${group.interfaces.size} interfaces` : [...group.interfaces].join(', ')
      return `  ${reason}: ${where} × ${[...group.situations].join(', ')} (${group.count} combinations)`
    })
    .join('\n')
}
