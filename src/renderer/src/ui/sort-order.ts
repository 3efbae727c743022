/** What a table is sorted by. */
export interface SortOrder<Column extends string> {
  readonly column: Column
  readonly isDescending: boolean
}

/** The direction in which a column's head says that the table is sorted; null when it is sorted by another column. */
export function directionOf<Column extends string>(
  { column, isDescending }: SortOrder<Column>,
  asked: Column,
): 'ascending' | 'descending' | null {
  if (column !== asked) return null
  return isDescending ? 'descending' : 'ascending'
}

/** The order after a click on a column's head: ascending, and the other way round when it was that already. */
export function turnOrder<Column extends string>(
  { column, isDescending }: SortOrder<Column>,
  asked: Column,
): SortOrder<Column> {
  return { column: asked, isDescending: asked === column && !isDescending }
}
