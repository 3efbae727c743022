import type { SkillChoice } from '../../shared/domain/skills.ts'
import type { WindowPlaces } from '../windows/window-places.ts'
import type { Preferences } from '../../shared/preferences/preference-schemas.ts'

/** What the agent wants after every sign-in; the last wish of each kind. */
export interface Wishes {
  readonly autoIdle: boolean
  /** The phone-linkage flag; every skill reset carries it. */
  readonly isLinked: boolean
  readonly skills: SkillChoice
}

/** Settings of the present version. No password, token or secret is ever among them. */
export interface Settings {
  /** Empty until the agent or the command line names a gateway. */
  readonly gatewayAddress: string
  /** Empty = the same origin as the gateway. */
  readonly managementAddress: string
  /** PEM file with the certificate authority of the gateway; empty = the system's. */
  readonly caFile: string
  readonly agentId: string
  readonly phone: string
  readonly isAlwaysOffHook: boolean
  readonly wishes: Wishes
  /** Only what somebody at this desk has set; all else follows the program's defaults, also later ones. */
  readonly preferences: Partial<Preferences>
  readonly windowPlaces: WindowPlaces
}

/** Where settings are kept. `update` writes through; a failed write rejects with the reason and keeps the old value. */
export interface SettingsStore {
  readonly current: Settings
  update(change: Partial<Settings>): Promise<void>
}
