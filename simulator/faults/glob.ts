const escape = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')

/** Compiled patterns: a fault is matched against every request, and checks order the same few faults again and again. */
const compiled = new Map<string, RegExp>()
const mostCompiled = 500

function compile(pattern: string): RegExp {
  const source = pattern
    .split('**')
    .map((part) => part.split('*').map(escape).join('[^/]*'))
    .join('.*')
  return new RegExp(`^${source}$`)
}

/** `*` stands for anything within one path segment, `**` for anything at all. */
export function matchesGlob(pattern: string, path: string): boolean {
  const known = compiled.get(pattern)
  if (known !== undefined) return known.test(path)
  // Patterns come from outside as well: whatever is sent, the memory for them is bounded.
  if (compiled.size >= mostCompiled) compiled.clear()
  const expression = compile(pattern)
  compiled.set(pattern, expression)
  return expression.test(path)
}
