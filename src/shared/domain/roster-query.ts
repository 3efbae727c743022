import { foldText } from '../match-text.ts'
import type { AgentState } from './agent.ts'
import type { RosterAgent, RosterColumn } from './roster.ts'
import { compareStates } from './states-in-order.ts'

export interface RosterOrder {
  readonly column: RosterColumn
  readonly isDescending: boolean
}

/** Which agents of the roster are wanted, and in which order. Window and export go by the same query. */
export interface RosterQuery {
  /** Part of the agent ID or of the name, without case and accents. */
  readonly text: string
  readonly skillId: number | null
  /** None = every state. */
  readonly states: readonly AgentState[]
  /** At least so long in the present state, in seconds; null = any time. Agents whose time is not known are left out. */
  readonly minSeconds: number | null
  readonly order: RosterOrder
}

export const wholeRoster: RosterQuery = {
  text: '',
  skillId: null,
  states: [],
  minSeconds: null,
  order: { column: 'agent', isDescending: false },
}

type Compare = (a: RosterAgent, b: RosterAgent) => number

const byId: Compare = (a, b) => Number(a.agentId) - Number(b.agentId)
/** What is not known comes last in ascending order. */
const last = Number.MAX_SAFE_INTEGER

function compareBy(column: RosterColumn, collator: Intl.Collator): Compare {
  switch (column) {
    case 'agent':
      return byId
    case 'name':
      return (a, b) => collator.compare(a.name, b.name)
    case 'state':
      return (a, b) => compareStates(a.state, b.state)
    case 'state-time':
      return (a, b) => (a.stateSeconds ?? last) - (b.stateSeconds ?? last)
    case 'signed-in':
      return (a, b) => (a.signedInAt ?? last) - (b.signedInAt ?? last)
    case 'queues':
      return (a, b) => a.skillIds.length - b.skillIds.length
  }
}

/**
 * The agents of a query, in its order. The list of main is sorted by agent ID already, so the usual view of 25,000 rows
 * costs one pass and no sorting.
 *
 * @param elapsedSeconds how long ago the roster was read; times in state have grown by it
 */
export function selectAgents(
  agents: readonly RosterAgent[],
  query: RosterQuery,
  collator: Intl.Collator,
  elapsedSeconds = 0,
): readonly RosterAgent[] {
  const matching = filterAgents(agents, query, elapsedSeconds)
  if (isListOrder(query.order)) return matching
  return matching.toSorted(compareAgents(query.order, collator))
}

/** The agents of a query, in the order of the list. */
export function filterAgents(
  agents: readonly RosterAgent[],
  query: RosterQuery,
  elapsedSeconds: number,
): readonly RosterAgent[] {
  const matches = matcherOf(query, elapsedSeconds)
  return matches === null ? agents : agents.filter(matches)
}

/** Whether that is the order in which main has the list anyway. */
export const isListOrder = ({ column, isDescending }: RosterOrder): boolean =>
  column === 'agent' && !isDescending

/** Two agents by an order; those that are equal in it by agent ID. */
export function compareAgents({ column, isDescending }: RosterOrder, collator: Intl.Collator): Compare {
  const compare = compareBy(column, collator)
  const sign = isDescending ? -1 : 1
  return (a, b) => sign * compare(a, b) || byId(a, b)
}

/** Null when the query leaves nobody out. */
function matcherOf(
  { text, skillId, states, minSeconds }: RosterQuery,
  elapsedSeconds: number,
): ((agent: RosterAgent) => boolean) | null {
  const needle = foldText(text).trim()
  if (needle === '' && skillId === null && states.length === 0 && minSeconds === null) return null
  return (agent) =>
    (skillId === null || agent.skillIds.includes(skillId)) &&
    (states.length === 0 || states.includes(agent.state)) &&
    (minSeconds === null ||
      (agent.stateSeconds !== null && agent.stateSeconds + elapsedSeconds >= minSeconds)) &&
    (needle === '' || agent.agentId.includes(needle) || foldText(agent.name).includes(needle))
}

/** How many agents are in each state; states nobody is in are left out. */
export function countStates(agents: readonly RosterAgent[]): ReadonlyMap<AgentState, number> {
  const counts = new Map<AgentState, number>()
  for (const { state } of agents) counts.set(state, (counts.get(state) ?? 0) + 1)
  return counts
}
