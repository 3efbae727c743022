import type { PreferenceKey, Preferences } from './preference-schemas.ts'

/** Who decided a value: the program, the person at this desk, or the command line of this run. */
export type PreferenceSource = 'default' | 'yours' | 'command-line'

/** All preferences in force. `revision` only rises; a receiver applies a snapshot only if it is newer. */
export interface PreferencesSnapshot {
  readonly revision: number
  readonly values: Preferences
  readonly sources: Readonly<Record<PreferenceKey, PreferenceSource>>
}
