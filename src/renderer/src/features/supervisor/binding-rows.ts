import type { AgentState } from '../../../../shared/domain/agent.ts'
import type { RosterAgent } from '../../../../shared/domain/roster.ts'
import { compareStates } from '../../../../shared/domain/states-in-order.ts'
import type { QueueBinding } from '../../../../shared/domain/supervisor.ts'
import { foldText, matchesText } from '../../../../shared/match-text.ts'
import type { SortOrder } from '../../ui/sort-order.ts'

/** Where an agent is: signed in to this queue, to others only, to none, or nobody knows. */
export const presences = ['here', 'elsewhere', 'offline', 'unknown'] as const
export type Presence = (typeof presences)[number]

/** A binding joined with the roster. */
export interface BindingRow extends QueueBinding {
  readonly presence: Presence
  /** Null unless the agent is online. */
  readonly state: AgentState | null
}

/** The bindings in the order of their accounts: once per reading, because comparing texts of thousands takes its time. */
export function sortByAccount(
  bindings: readonly QueueBinding[],
  collator: Intl.Collator,
): readonly QueueBinding[] {
  return bindings.toSorted((a, b) => collator.compare(a.account, b.account))
}

/**
 * The bindings, in their order, with what the roster says of each agent.
 *
 * @param agents the roster; null while nobody knows who is online
 */
export function joinBindings(
  skillId: number,
  bindings: readonly QueueBinding[],
  agents: readonly RosterAgent[] | null,
): readonly BindingRow[] {
  const byId = new Map(agents?.map((agent) => [agent.agentId, agent]))
  return bindings.map((binding) => {
    const { agentId } = binding
    if (agents === null || agentId === null) return { ...binding, presence: 'unknown', state: null }
    const agent = byId.get(agentId)
    if (agent === undefined) return { ...binding, presence: 'offline', state: null }
    return {
      ...binding,
      // The gateway's name is the one that the agents see of one another.
      name: agent.name === '' ? binding.name : agent.name,
      presence: agent.skillIds.includes(skillId) ? 'here' : 'elsewhere',
      state: agent.state,
    }
  })
}

export const bindingColumns = ['account', 'agent', 'state', 'agentWeight', 'skillWeight'] as const
export type BindingColumn = (typeof bindingColumns)[number]

export type BindingOrder = SortOrder<BindingColumn>

export interface BindingQuery {
  /** Words that must all occur in account, agent ID or name, without case and accents. */
  readonly text: string
  /** Null: wherever the agents are. */
  readonly presence: Presence | null
  readonly order: BindingOrder
}

type Compare = (a: BindingRow, b: BindingRow) => number

/** Agents without an ID come last in ascending order. */
const agentNumber = ({ agentId }: BindingRow): number =>
  agentId === null ? Number.MAX_SAFE_INTEGER : Number(agentId)

/** Only who is online has a state, and those stand apart from the others. */
const byState: Compare = (a, b) =>
  a.state === null || b.state === null ? 0 : compareStates(a.state, b.state)

const comparisons: Readonly<Record<Exclude<BindingColumn, 'account'>, Compare>> = {
  agent: (a, b) => agentNumber(a) - agentNumber(b),
  state: (a, b) => presences.indexOf(a.presence) - presences.indexOf(b.presence) || byState(a, b),
  agentWeight: (a, b) => a.agentWeight - b.agentWeight,
  skillWeight: (a, b) => a.skillWeight - b.skillWeight,
}

/**
 * The rows to show, in order; rows that are alike stay in the order of their accounts. The roster comes anew every few
 * seconds, so the usual order costs one pass and no sorting.
 *
 * @param rows in the order of their accounts
 */
export function selectRows(
  rows: readonly BindingRow[],
  { text, presence, order }: BindingQuery,
): readonly BindingRow[] {
  const isEverything = foldText(text).trim() === ''
  const matching = rows.filter(
    (row) =>
      (presence === null || row.presence === presence) &&
      (isEverything || matchesText(`${row.account} ${row.agentId ?? ''} ${row.name ?? ''}`, text.trim())),
  )
  if (order.column === 'account') return order.isDescending ? matching.toReversed() : matching
  const compare = comparisons[order.column]
  return matching.toSorted(order.isDescending ? (a, b) => compare(b, a) : compare)
}
