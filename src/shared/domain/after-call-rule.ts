/** What decides the state after a call. */
export interface AfterCallCircumstances {
  readonly isAlwaysOffHook: boolean
  /** What is in force as far as anybody knows: accepted, or seen at the end of a call. */
  readonly autoIdle: boolean | null
  /** Phone linkage as far as it is in force; null = not known. */
  readonly isLinked: boolean | null
}

/**
 * The one sentence that holds after a call. Without an always-off-hook phone wrap-up is compulsory (cec_07_1218); a
 * gateway that went idle all the same does not follow the rule. Linkage decides where the next call can be lifted.
 */
export type AfterCallRule =
  | 'idle-at-once'
  | 'idle-at-once-linked'
  | 'wrap-up-by-choice'
  | 'wrap-up-by-choice-linked'
  | 'wrap-up-compulsory'
  | 'wrap-up-compulsory-linked'
  | 'wrap-up-compulsory-not-followed'
  | 'wrap-up-compulsory-not-followed-linked'
  | 'not-known'

/** The effective rule for the eight combinations of hook mode, linkage and switch, and for not knowing the switch. */
export function afterCallRule({
  isAlwaysOffHook,
  autoIdle,
  isLinked,
}: AfterCallCircumstances): AfterCallRule {
  const linked = isLinked === true ? '-linked' : ''
  if (!isAlwaysOffHook) {
    return autoIdle === true ? `wrap-up-compulsory-not-followed${linked}` : `wrap-up-compulsory${linked}`
  }
  if (autoIdle === null) return 'not-known'
  return autoIdle ? `idle-at-once${linked}` : `wrap-up-by-choice${linked}`
}
