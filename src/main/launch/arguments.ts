/** Options as they stand on a command line: by name without the dashes; the last one of a name counts. */
export interface RawOptions {
  readonly values: ReadonlyMap<string, string>
  /** Options that need a value and had none. */
  readonly incomplete: readonly string[]
}

/**
 * Reads `--name=value` and `--name value` for the options in `withValue`, and bare `--name` for those in `bare`.
 * Everything else is left alone: Chromium and Electron put switches of their own on the same line.
 */
export function readOptions(
  argv: readonly string[],
  withValue: ReadonlySet<string>,
  bare: ReadonlySet<string>,
): RawOptions {
  const values = new Map<string, string>()
  const incomplete: string[] = []
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? ''
    if (argument === '--') break
    if (!argument.startsWith('--')) continue
    const equals = argument.indexOf('=')
    const name = argument.slice(2, equals === -1 ? undefined : equals)
    if (bare.has(name)) {
      values.set(name, equals === -1 ? '' : argument.slice(equals + 1))
      continue
    }
    if (!withValue.has(name)) continue
    if (equals !== -1) {
      values.set(name, argument.slice(equals + 1))
      continue
    }
    const next = argv[index + 1]
    if (next === undefined || next.startsWith('--')) {
      incomplete.push(name)
      continue
    }
    values.set(name, next)
    index += 1
  }
  return { values, incomplete }
}
