/** The texts of a table by their dotted keys. */
export function leavesOf(tree: object, path = ''): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>()
  for (const [key, value] of Object.entries(tree) as [string, unknown][]) {
    if (typeof value === 'string') leaves.set(path + key, value)
    else if (typeof value === 'object' && value !== null) {
      for (const [name, text] of leavesOf(value, `${path}${key}.`)) leaves.set(name, text)
    }
  }
  return leaves
}
