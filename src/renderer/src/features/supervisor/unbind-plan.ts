import type { QueueBinding } from '../../../../shared/domain/supervisor.ts'

/** What the supervisor is about to do; confirmed before it is done. */
export type UnbindPlan = {
  readonly skillId: number
  /** Every account that was in the list when the choice was made. */
  readonly known: readonly string[]
} & (
  | { readonly scope: 'selected'; readonly accounts: readonly string[] }
  /** Whoever is bound when it is done. */
  | { readonly scope: 'all' }
)

/** What a list read anew says about a plan. */
export interface PlanChange {
  /** The accounts the plan is about now. */
  readonly accounts: readonly string[]
  /** Accounts of the plan that are not bound any more: they drop out. */
  readonly gone: readonly string[]
  /** Accounts that were not in the list when the choice was made. */
  readonly added: readonly string[]
}

/** Compares a plan with the bindings of this moment. */
export function comparePlan(plan: UnbindPlan, bindings: readonly QueueBinding[]): PlanChange {
  const bound = bindings.map(({ account }) => account)
  const isBound = new Set(bound)
  const isKnown = new Set(plan.known)
  const planned = plan.scope === 'all' ? plan.known : plan.accounts
  return {
    accounts: plan.scope === 'all' ? bound : plan.accounts.filter((account) => isBound.has(account)),
    gone: planned.filter((account) => !isBound.has(account)),
    added: bound.filter((account) => !isKnown.has(account)),
  }
}
