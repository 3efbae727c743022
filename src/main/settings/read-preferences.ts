import * as v from 'valibot'
import { preferenceSchemas, type Preferences } from '../../shared/preferences/preference-schemas.ts'

/** Preferences out of a file: those that keep the rules, and the keys of the others. */
export interface ReadPreferences {
  readonly kept: Partial<Preferences>
  readonly dropped: readonly string[]
}

/** Reads each preference by its own rule. Unknown keys count as dropped: somebody may have meant something by them. */
export function readPreferences(content: Readonly<Record<string, unknown>>): ReadPreferences {
  const kept: Record<string, unknown> = {}
  const dropped: string[] = []
  for (const [key, value] of Object.entries(content)) {
    const parsed = Object.hasOwn(preferenceSchemas, key)
      ? v.safeParse(preferenceSchemas[key as keyof typeof preferenceSchemas], value)
      : null
    if (parsed?.success === true) kept[key] = parsed.output
    else dropped.push(key)
  }
  return { kept, dropped }
}
