import type { Preferences } from '../preferences/preference-schemas.ts'

export const gatewaySources = ['command-line', 'demo', 'yours', 'none'] as const

/** Which gateway this run goes to, who decided it, and whether that can be changed now. */
export interface GatewayView {
  /** Empty while nobody has named one. */
  readonly address: string
  readonly caFile: string
  readonly source: (typeof gatewaySources)[number]
  /** What starts go by. `undecided`: nobody has chosen yet; the first start offers it. */
  readonly choice: Preferences['gatewayChoice']
}
