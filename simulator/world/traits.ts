/** What is special about an agent's account, person and phone; ordinary ones share one value. */
export interface AgentTraits {
  /** The password must be changed (`isForceChange`): no calls until then. */
  readonly mustChangePassword: boolean
  /** Days until the password expires; null: never. */
  readonly passwordDaysLeft: number | null
  readonly isPasswordExpired: boolean
  readonly isLocked: boolean
  /** May not be signed out by a forced sign-in. */
  readonly isProtected: boolean
  /**
   * How the phone takes to linkage: by its number (`by-number`), or as said. `goes-offline` links, and is
   * unreachable a little later.
   */
  readonly linkage: 'by-number' | 'links' | 'fails' | 'goes-offline'
  /** The person lifts a phone that rings. */
  readonly liftsPhone: boolean
  /** May do what inspectors do. */
  readonly isInspector: boolean
  readonly mayCallOut: boolean
}

export const ORDINARY: AgentTraits = {
  mustChangePassword: false,
  passwordDaysLeft: null,
  isPasswordExpired: false,
  isLocked: false,
  isProtected: false,
  linkage: 'by-number',
  liftsPhone: true,
  isInspector: false,
  mayCallOut: true,
}
