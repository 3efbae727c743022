import type { AccountLine } from '../../shared/domain/supervisor.ts'
import type { BindingWeights } from '../management/management-api.ts'

export interface WeightGroup {
  readonly weights: BindingWeights
  readonly accounts: readonly string[]
}

/** One request binds accounts with one pair of weights: those that share theirs go together. */
export function groupByWeights(lines: readonly AccountLine[]): readonly WeightGroup[] {
  const groups = new Map<string, { readonly weights: BindingWeights; readonly accounts: string[] }>()
  for (const { account, agentWeight, skillWeight } of lines) {
    const key = `${agentWeight}/${skillWeight}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { weights: { agentWeight, skillWeight }, accounts: [account] })
    else group.accounts.push(account)
  }
  return [...groups.values()]
}
