import type { AgentState } from './agent.ts'
import type { ReadState } from './waiting.ts'

/** Columns of the roster, in the order in which they stand. */
export const rosterColumns = ['agent', 'name', 'state', 'state-time', 'signed-in', 'queues'] as const
export type RosterColumn = (typeof rosterColumns)[number]

/** An online agent as one row of the roster; an agent of several queues has one row with all of them. */
export interface RosterAgent {
  readonly agentId: string
  readonly name: string
  readonly state: AgentState
  /** Seconds in that state when the roster was read. */
  readonly stateSeconds: number | null
  readonly signedInAt: number | null
  /** Skill queue IDs, ascending. */
  readonly skillIds: readonly number[]
}

/**
 * The roster travels apart from the desk snapshot: it may hold 25,000 rows and is sent only to windows that show it.
 * `revision` rises with every change.
 */
export interface RosterSnapshot {
  readonly revision: number
  readonly read: ReadState
  /** Sorted by agent ID, each agent once. */
  readonly agents: readonly RosterAgent[]
  /** The queues that were in the answer, with how many agents each has. */
  readonly queues: readonly {
    readonly skillId: number
    readonly mediaType: number | null
    readonly agentCount: number
  }[]
}
