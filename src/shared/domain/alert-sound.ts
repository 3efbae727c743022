import type { AlertKind } from '../preferences/preference-schemas.ts'

/** A sound for the window to play. */
export interface AlertSound {
  readonly kind: AlertKind
  /** 1 to 100. */
  readonly volume: number
}
