import type { QueueLevel } from './queue-thresholds.ts'
import type { ReadState } from './waiting.ts'

/** What the gateway says of one skill queue; idle agents are told it as well, unlike the calls themselves (cec_07_0411). */
export interface QueueFigures {
  readonly skillId: number
  readonly waitingCalls: number
  /** How long the call that came first had waited when the figures were read; 0 when nobody waits. */
  readonly longestWaitSeconds: number
  readonly agentsOn: number
  readonly agentsFree: number
}

/**
 * Waiting calls of the last half hour: one moment per sample for all queues, oldest first. Null = not known at that moment;
 * a time in which nothing was read stands as one sample of nulls, so that no line is drawn through it.
 */
export interface QueueHistory {
  /** Milliseconds since 1970. */
  readonly at: readonly number[]
  readonly waiting: Readonly<Record<number, readonly (number | null)[]>>
}

/** The agent's own queues. They travel apart from the desk and go to windows that show them. */
export interface QueuesSnapshot {
  readonly revision: number
  readonly read: ReadState
  /** Ascending by queue. */
  readonly figures: readonly QueueFigures[]
  /** How loudly each queue of `figures` calls, by the thresholds in force. */
  readonly levels: Readonly<Record<number, QueueLevel>>
  readonly history: QueueHistory
}

/** All own queues together, as their figures tell; small enough to be part of the desk. */
export interface QueuedCalls {
  readonly count: number
  /** Of the loudest queue. */
  readonly level: QueueLevel
  readonly readAt: number
}
