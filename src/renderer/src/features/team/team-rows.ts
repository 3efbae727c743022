import type { AgentState } from '../../../../shared/domain/agent.ts'
import { countStates } from '../../../../shared/domain/roster-query.ts'
import type { RosterAgent } from '../../../../shared/domain/roster.ts'

/** The head of a queue's agents in the list by queue. */
export interface QueueRow {
  readonly kind: 'queue'
  readonly key: string
  readonly skillId: number
  readonly agentCount: number
  readonly states: ReadonlyMap<AgentState, number>
  readonly isOpen: boolean
}

export interface AgentRow {
  readonly kind: 'agent'
  /** An agent of several queues stands in each of them. */
  readonly key: string
  readonly agent: RosterAgent
}

export type TeamRow = QueueRow | AgentRow

/** One row per agent. */
export function flatRows(agents: readonly RosterAgent[]): readonly AgentRow[] {
  return agents.map((agent) => ({ kind: 'agent', key: agent.agentId, agent }))
}

/**
 * A head per queue, in the order of their numbers, and under each open one its agents in the order given. With one queue
 * wanted only that one is shown, although its agents stand in others as well.
 */
export function rowsByQueue(
  agents: readonly RosterAgent[],
  closed: ReadonlySet<number>,
  onlySkillId: number | null = null,
): readonly TeamRow[] {
  const byQueue = new Map<number, RosterAgent[]>()
  for (const agent of agents) {
    for (const skillId of agent.skillIds) {
      if (onlySkillId !== null && skillId !== onlySkillId) continue
      const others = byQueue.get(skillId)
      if (others === undefined) byQueue.set(skillId, [agent])
      else others.push(agent)
    }
  }
  return [...byQueue]
    .sort(([a], [b]) => a - b)
    .flatMap(([skillId, members]): readonly TeamRow[] => {
      const isOpen = !closed.has(skillId)
      const head: QueueRow = {
        kind: 'queue',
        key: `queue-${skillId}`,
        skillId,
        agentCount: members.length,
        states: countStates(members),
        isOpen,
      }
      if (!isOpen) return [head]
      return [
        head,
        ...members.map((agent): AgentRow => ({
          kind: 'agent',
          key: `${skillId}-${agent.agentId}`,
          agent,
        })),
      ]
    })
}

/** The index of the queue head above a row; null when there is none, as in the flat list. */
export function headAbove(rows: readonly TeamRow[], index: number): number | null {
  for (let at = Math.min(index, rows.length - 1); at >= 0; at -= 1) {
    if (rows[at]?.kind === 'queue') return at
  }
  return null
}
