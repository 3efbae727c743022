import type { QueueBinding } from '../../../../shared/domain/supervisor.ts'

/** What the supervisor is about to do; confirmed before it is done. */
export type UnbindPlan =
  | { readonly scope: 'selected'; readonly skillId: number; readonly accounts: readonly string[] }
  | { readonly scope: 'all'; readonly skillId: number }

/** True when nobody known would be left in the queue. */
export function emptiesQueue(plan: UnbindPlan, bindings: readonly QueueBinding[]): boolean {
  if (plan.scope === 'all') return true
  const taken = new Set(plan.accounts)
  return bindings.every((binding) => taken.has(binding.account))
}
